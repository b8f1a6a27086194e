import { useState } from 'react'
import type { IssueInput } from '../../../shared/progress'
import { TextField } from '../text-field'
import { SmallForm } from './small-form'

type Typed = { readonly entityKey: string; readonly errorType: string; readonly message: string }

/** Type and message are seldom new: they are kept for the next error. The key is. */
let remembered: Typed = { entityKey: '', errorType: '', message: '' }

type Props = { readonly onAdd: (error: IssueInput) => void; readonly onClose: () => void }

export function WorkerError({ onAdd, onClose }: Props) {
  const [typed, setTyped] = useState<Typed>({ ...remembered, entityKey: '' })
  const [tried, setTried] = useState(false)
  const missing = (name: keyof Typed): string | null => (tried && typed[name].trim() === '' ? 'This is needed.' : null)
  const submit = () => {
    setTried(true)
    const error = {
      entityKey: typed.entityKey.trim(),
      errorType: typed.errorType.trim(),
      message: typed.message.trim(),
    }
    if (Object.values(error).some(text => text === '')) return
    remembered = typed
    onAdd(error)
    onClose()
  }
  return (
    <SmallForm name="An error" act="Add the error" onSubmit={submit} onClose={onClose}>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label="Key"
          value={typed.entityKey}
          error={missing('entityKey')}
          onChange={entityKey => setTyped({ ...typed, entityKey })}
        />
        <TextField
          label="Error type"
          value={typed.errorType}
          error={missing('errorType')}
          onChange={errorType => setTyped({ ...typed, errorType })}
        />
      </div>
      <TextField
        label="Message"
        value={typed.message}
        error={missing('message')}
        onChange={message => setTyped({ ...typed, message })}
      />
    </SmallForm>
  )
}
