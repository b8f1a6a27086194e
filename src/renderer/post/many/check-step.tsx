import { TriangleAlert } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { JobRef } from '../../../shared/job'
import { count, counted } from '../../../shared/numbers'
import { Button } from '../../parts/button'
import { Segments } from '../../parts/segments'
import { ServerText } from '../../parts/server-text'
import { attempt } from '../../state/attempt'
import { BadLines } from './bad-lines'
import { checkRows, type IssueKind, untypedSentence } from './checked-rows'
import type { Source } from './many-page'
import { chooseFirst, guessMapping } from './mapping'
import { MappingFields } from './mapping-fields'
import { suspectSentence } from './swallowed'

type Props = { readonly source: Source; readonly jobRef: JobRef; readonly onClose: () => void }

const kinds = [
  { value: 'error', label: 'Errors' },
  { value: 'warning', label: 'Warnings' },
] as const satisfies readonly { readonly value: IssueKind; readonly label: string }[]

/** How the rows were read, which of them are good, and the decision to post those. */
export function CheckStep({ source, jobRef, onClose }: Props) {
  const { name, table } = source
  const [kind, setKind] = useState<IssueKind>('error')
  const [mapping, setMapping] = useState(() => guessMapping(table.columns))
  const [runId] = useState(() => crypto.randomUUID())
  const [busy, setBusy] = useState(false)
  const { inputs, bad, untyped } = useMemo(() => checkRows(table, mapping, kind), [table, mapping, kind])
  const first = chooseFirst(mapping)
  const post = async () => {
    setBusy(true)
    const order = { id: runId, ref: jobRef, label: name.slice(0, 200), inputs: [...inputs] }
    if (await attempt(window.jobtray.changeRun({ kind: 'begin', order }))) onClose()
    else setBusy(false)
  }
  return (
    <section
      aria-label="Check the rows"
      className="flex flex-col gap-4 rounded-lg px-3.5 py-3.5 inset-ring inset-ring-edge forced-colors:border"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="min-w-0 font-semibold">
          <ServerText text={name} max={100} className="break-words" />
          <span className="font-normal text-faint"> {table.form === 'csv' ? 'CSV' : 'JSON'}</span>
        </h2>
        <Segments<IssueKind> label="What they are" value={kind} options={kinds} onChange={setKind} />
      </div>
      <MappingFields mapping={mapping} columns={table.columns} first={table.rows[0] ?? null} onChange={setMapping} />
      <p role="status">
        {first ?? (
          <>
            <strong className="font-semibold">{counted(inputs.length, 'good row')}</strong>
            {bad.length > 0 && <>, {count(bad.length)} that cannot be sent and are left out</>}.
          </>
        )}
      </p>
      {table.suspects !== undefined && <Caution text={suspectSentence(table.suspects)} />}
      {first === null && untyped > 0 && <Caution text={untypedSentence(untyped, inputs.length, kind)} />}
      <BadLines bad={first === null ? bad : table.bad} />
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p className="mr-auto text-sm text-faint">One after the other; you can hold or stop at any time.</p>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" disabled={busy || inputs.length === 0} onClick={() => void post()}>
          Send {counted(inputs.length, kind)}
        </Button>
      </div>
    </section>
  )
}

/** Nothing that keeps anybody from posting. */
function Caution({ text }: { readonly text: string }) {
  return (
    <p role="status" className="flex items-start gap-2 text-soft">
      <TriangleAlert size="0.9375rem" aria-hidden className="mt-0.5 shrink-0 text-warn" />
      {text}
    </p>
  )
}
