import { useState } from 'react'
import { TextField } from '../text-field'
import { SmallForm } from './small-form'

type Props = {
  /** Half typed before, or nothing. */
  readonly begun: string
  readonly onTyped: (why: string) => void
  readonly onFail: (why: string) => void
  readonly onClose: () => void
}

/** Failing needs a sentence that says why; it is asked for again before it is sent. */
export function WorkerFail({ begun, onTyped, onFail, onClose }: Props) {
  const [why, setWhy] = useState(begun)
  const [tried, setTried] = useState(false)
  const submit = () => {
    setTried(true)
    if (why.trim() !== '') onFail(why.trim())
  }
  return (
    <SmallForm name="Fail the job" act="Fail the job…" danger onSubmit={submit} onClose={onClose}>
      <TextField
        label="Why it failed"
        value={why}
        error={tried && why.trim() === '' ? 'This is needed.' : null}
        hint="One sentence, shown to everyone who looks at the job."
        onChange={text => {
          setWhy(text)
          onTyped(text)
        }}
      />
    </SmallForm>
  )
}
