import type { ConnectionId } from '../../shared/connection'
import { counted } from '../../shared/numbers'
import { Button } from '../parts/button'
import { Choice } from '../parts/choice'
import { cx } from '../parts/class-names'
import { DialogActs, DialogFrame } from '../parts/dialog-frame'
import { Field, inputLook } from '../parts/field'
import { useMirror } from '../state/mirror-store'
import { plainText } from '../words/plain-text'
import { ForeignQuestion } from './foreign-question'
import { useWatchForm } from './use-watch-form'
import { WatchResult } from './watch-result'

type Props = { readonly connectionId: ConnectionId | null; readonly pasted: string }

export function WatchDialog({ connectionId, pasted }: Props) {
  const connections = useMirror(mirror => mirror.connections)
  const { area, chosen, text, ids, busy, answer, trouble, change, submit, drop } = useWatchForm(connectionId, pasted)
  return (
    <DialogFrame title="Watch jobs" description="Paste one id or many, one per line or separated by commas.">
      <form onSubmit={submit} className="flex flex-col gap-3.5" noValidate>
        <Field label="Connection">
          {wiring => (
            <Choice
              {...wiring}
              value={chosen}
              onChange={event => change({ connectionId: event.target.value })}
              className="w-full"
            >
              {[...connections.values()].map(connection => (
                <option key={connection.id} value={connection.id}>
                  {plainText(connection.name, 120)}
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
              data-first
              rows={5}
              spellCheck={false}
              value={text}
              onChange={event => change({ text: event.target.value })}
              onKeyDown={event => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
              }}
              className={cx(inputLook, 'max-h-60 resize-y py-1.5 font-mono text-sm')}
            />
          )}
        </Field>
        <ForeignQuestion chosen={chosen} ids={ids} onChoose={id => change({ connectionId: id })} />
        {answer && <WatchResult {...answer} />}
        <DialogActs>
          <Button onClick={drop}>{answer ? 'Done' : 'Cancel'}</Button>
          <Button look="primary" type="submit" disabled={busy}>
            {busy ? 'Adding…' : ids.length > 1 ? `Watch ${counted(ids.length, 'job')}` : 'Watch'}
          </Button>
        </DialogActs>
      </form>
    </DialogFrame>
  )
}
