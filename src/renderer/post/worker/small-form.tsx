import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../../parts/button'

type Props = {
  readonly name: string
  readonly act: string
  readonly danger?: boolean
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A few fields that worker mode asks for: the first has the keyboard, Enter goes on, Escape goes back. */
export function SmallForm({ name, act, danger = false, onSubmit, onClose, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  return (
    <form
      ref={form}
      noValidate
      aria-label={name}
      onSubmit={event => {
        event.preventDefault()
        onSubmit()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
      className="flex flex-col gap-3 rounded-lg bg-side px-3.5 py-3"
    >
      {children}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button look={danger ? 'danger' : 'plain'} type="submit">
          {act}
        </Button>
      </div>
    </form>
  )
}
