import { type FormEvent, useRef, useState } from 'react'
import type { ConnectionId } from '../../shared/connection'
import type { WatchAnswer } from '../../shared/ipc'
import { splitJobIds } from '../../shared/job-id'
import { counted } from '../../shared/numbers'
import { Button } from '../parts/button'
import { Choice } from '../parts/choice'
import { cx } from '../parts/class-names'
import { DialogActs, DialogFrame } from '../parts/dialog-frame'
import { Field, inputLook } from '../parts/field'
import { sentenceOf } from '../state/attempt'
import { useMirror } from '../state/mirror-store'
import { closeDialog, showToast } from '../state/view'
import { watchedSentence } from '../words/watched-sentence'
import { WatchResult } from './watch-result'

type Props = { readonly connectionId: ConnectionId | null; readonly pasted: string }

export function WatchDialog({ connectionId, pasted }: Props) {
  const connections = useMirror(mirror => mirror.connections)
  const [chosen, choose] = useState(connectionId ?? connections.keys().next().value ?? '')
  const [text, setText] = useState(pasted)
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<WatchAnswer | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const ids = splitJobIds(text).length

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (ids === 0) {
      setTrouble('Paste at least one job id.')
      area.current?.focus()
      return
    }
    setBusy(true)
    setTrouble(null)
    try {
      const result = await window.jobtray.watchJobs(chosen, text)
      if (result.refused.length === 0) {
        closeDialog()
        showToast(watchedSentence(result))
        return
      }
      setAnswer(result)
      setText(result.refused.map(refusal => refusal.text).join('\n'))
      area.current?.focus()
    } catch (error) {
      setTrouble(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <DialogFrame title="Watch jobs" description="Paste one id or many, one per line or separated by commas or spaces.">
      <form onSubmit={submit} className="flex flex-col gap-3.5" noValidate>
        <Field label="Connection">
          {wiring => (
            <Choice {...wiring} value={chosen} onChange={event => choose(event.target.value)} className="w-full">
              {[...connections.values()].map(connection => (
                <option key={connection.id} value={connection.id}>
                  {connection.name}
                </option>
              ))}
            </Choice>
          )}
        </Field>
        <Field label="Job ids" error={trouble}>
          {wiring => (
            <textarea
              {...wiring}
              ref={area}
              rows={5}
              spellCheck={false}
              value={text}
              onChange={event => setText(event.target.value)}
              onKeyDown={event => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
              }}
              className={cx(inputLook, 'max-h-60 resize-y py-1.5 font-mono text-sm')}
            />
          )}
        </Field>
        {answer && <WatchResult answer={answer} />}
        <DialogActs>
          <Button onClick={closeDialog}>{answer ? 'Done' : 'Cancel'}</Button>
          <Button look="primary" type="submit" disabled={busy}>
            {busy ? 'Adding…' : ids > 1 ? `Watch ${counted(ids, 'job')}` : 'Watch'}
          </Button>
        </DialogActs>
      </form>
    </DialogFrame>
  )
}
