import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { IssueInput } from '../../../shared/progress'
import { Button } from '../../parts/button'
import { TextField } from '../text-field'

type Typed = { readonly entityKey: string; readonly errorType: string; readonly message: string }

/** Type and message are seldom new: they are kept for the next error. The key is. */
let remembered: Typed = { entityKey: '', errorType: '', message: '' }

type Props = { readonly onAdd: (error: IssueInput) => void; readonly onClose: () => void }

export function WorkerError({ onAdd, onClose }: Props) {
  const [typed, setTyped] = useState<Typed>({ ...remembered, entityKey: '' })
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const missing = (name: keyof Typed): string | null => (tried && typed[name].trim() === '' ? 'This is needed.' : null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
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
    <form
      ref={form}
      noValidate
      aria-label="An error"
      onSubmit={submit}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
      className="flex flex-col gap-3 rounded-lg bg-side px-3.5 py-3"
    >
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
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit">Add the error</Button>
      </div>
    </form>
  )
}
