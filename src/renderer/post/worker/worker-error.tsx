import { useState } from 'react'
import type { IssueInput } from '../../../shared/progress'
import { TextField } from '../text-field'
import { SmallForm } from './small-form'
import { errorOf, firstTyped, type TypedError, typedAgain } from './typed-error'

let remembered: TypedError = firstTyped

type Props = {
  /** Half typed before; null: nothing is. */
  readonly begun: TypedError | null
  readonly onTyped: (typed: TypedError) => void
  readonly onAdd: (error: IssueInput) => void
  readonly onClose: () => void
}

/** The fields in the order in which they are typed: the entity type is last, because it seldom changes. */
export function WorkerError({ begun, onTyped, onAdd, onClose }: Props) {
  const [typed, setTyped] = useState(begun ?? remembered)
  const [tried, setTried] = useState(false)
  const change = (patch: Partial<TypedError>) => {
    const next = { ...typed, ...patch }
    setTyped(next)
    onTyped(next)
  }
  const missing = (name: keyof TypedError): string | null =>
    tried && typed[name].trim() === '' ? 'This is needed.' : null
  const submit = () => {
    setTried(true)
    const error = errorOf(typed)
    if (error === null) return
    remembered = typedAgain(typed)
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
          onChange={entityKey => change({ entityKey })}
        />
        <TextField
          label="Error type"
          value={typed.errorType}
          error={missing('errorType')}
          onChange={errorType => change({ errorType })}
        />
      </div>
      <TextField
        label="Message"
        value={typed.message}
        error={missing('message')}
        onChange={message => change({ message })}
      />
      <TextField
        label="Entity type"
        optional
        value={typed.entityType}
        error={null}
        {...(typed.entityType.trim() === '' ? { hint: 'Without it this may count no item as failed.' } : {})}
        onChange={entityType => change({ entityType })}
      />
    </SmallForm>
  )
}
