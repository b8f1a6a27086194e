import { useCallback, useEffect, useRef, useState } from 'react'
import type { ConnectionId } from '../../shared/connection'
import { type DoctorReport, doctorText, isHealthy } from '../../shared/doctor'
import { Button } from '../parts/button'
import { copyText } from '../parts/copy-text'
import { DialogActs, DialogFrame } from '../parts/dialog-frame'
import { sentenceOf } from '../state/attempt'
import { useMirror } from '../state/mirror-store'
import { closeDialog, showToast } from '../state/view'
import { DoctorSteps } from './doctor-steps'

/** A warning does not stand in the way, but it is not nothing. */
const headline = (report: DoctorReport): string => {
  if (!isHealthy(report)) return 'Something stands in the way.'
  return report.steps.some(({ state }) => state === 'warning') ? 'It works, with a warning.' : 'All is well.'
}

/** Looks at each thing a connection needs, and says what to do about the first that is wrong. */
export function DoctorDialog({ id }: { readonly id: ConnectionId }) {
  const name = useMirror(mirror => mirror.connections.get(id)?.name ?? '')
  const [report, setReport] = useState<DoctorReport | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const look = useCallback(
    (insist: boolean) => {
      setReport(null)
      setTrouble(null)
      window.jobtray.diagnose(id, insist).then(setReport, error => setTrouble(sentenceOf(error)))
    },
    [id],
  )
  useEffect(() => look(false), [look])
  const done = useRef<HTMLButtonElement>(null)
  // The button that was pressed goes or rests while it is tested: the keyboard must not go with it.
  const lookAnew = (insist: boolean) => {
    done.current?.focus()
    look(insist)
  }
  const wasLeftAlone = report?.waitsUntil != null
  const busy = report === null && trouble === null
  return (
    <DialogFrame title="Test the connection" description={name}>
      <div role="status" aria-busy={busy}>
        {busy && <p className="text-soft">Testing… This may take a minute, and changes nothing on the server.</p>}
        {trouble !== null && <p className="text-bad">{trouble}</p>}
        {report !== null && (
          <>
            <p className="mb-3 font-medium">{headline(report)}</p>
            <DoctorSteps steps={report.steps} />
          </>
        )}
      </div>
      <DialogActs>
        {report !== null && (
          <Button
            look="quiet"
            onClick={() => showToast(copyText(doctorText(report)) ? 'Copied.' : 'The report could not be copied.')}
          >
            Copy the report
          </Button>
        )}
        {wasLeftAlone && <Button onClick={() => lookAnew(true)}>Ask all the same</Button>}
        <Button disabled={busy} onClick={() => lookAnew(false)}>
          Test again
        </Button>
        <Button ref={done} look="primary" onClick={closeDialog}>
          Done
        </Button>
      </DialogActs>
    </DialogFrame>
  )
}
