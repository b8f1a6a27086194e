import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../../parts/button'
import { TextField } from '../text-field'

type Props = { readonly onFail: (why: string) => void; readonly onClose: () => void }

/** Failing needs a sentence that says why; it is asked for again before it is sent. */
export function WorkerFail({ onFail, onClose }: Props) {
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (why.trim() !== '') onFail(why.trim())
  }
  return (
    <form
      ref={form}
      noValidate
      aria-label="Fail the job"
      onSubmit={submit}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
      className="flex flex-col gap-3 rounded-lg bg-side px-3.5 py-3"
    >
      <TextField
        label="Why it failed"
        value={why}
        error={tried && why.trim() === '' ? 'This is needed.' : null}
        hint="One sentence, shown to everyone who looks at the job."
        onChange={setWhy}
      />
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button look="danger" type="submit">
          Fail the job…
        </Button>
      </div>
    </form>
  )
}
