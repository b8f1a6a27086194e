import { TriangleAlert } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { JobRef } from '../../../shared/job'
import { counted } from '../../../shared/numbers'
import { Button } from '../../parts/button'
import { Segments } from '../../parts/segments'
import { ServerText } from '../../parts/server-text'
import { attempt } from '../../state/attempt'
import { BadLines } from './bad-lines'
import { badBefore, checkRows, guessKind, type IssueKind, untypedSentence } from './checked-rows'
import { leftOutSentence, rowsLeftOut } from './left-out'
import type { Source } from './many-page'
import { chooseFirst, guessMapping } from './mapping'
import { MappingFields } from './mapping-fields'
import { repeatedSentence } from './repeated-names'
import { shortenedSentence } from './shortened-keys'
import { suspectSentence } from './swallowed'

type Props = {
  readonly source: Source
  readonly jobRef: JobRef
  readonly onEdit: (text: string) => void
  readonly onClose: () => void
}

const kinds = [
  { value: 'error', label: 'Errors' },
  { value: 'warning', label: 'Warnings' },
] as const satisfies readonly { readonly value: IssueKind; readonly label: string }[]

/** How the rows were read, which of them are good, and the decision to post those. */
export function CheckStep({ source, jobRef, onEdit, onClose }: Props) {
  const { name, table, pasted } = source
  const [kind, setKind] = useState(() => guessKind(table))
  const [mapping, setMapping] = useState(() => guessMapping(table.columns))
  const [runId] = useState(() => crypto.randomUUID())
  const [meant, setMeant] = useState(false)
  const [busy, setBusy] = useState(false)
  const { inputs, bad, untyped } = useMemo(() => checkRows(table, mapping, kind, meant), [table, mapping, kind, meant])
  const shortened = useMemo(() => (table.form === 'csv' ? shortenedSentence(inputs) : null), [table, inputs])
  const first = chooseFirst(mapping)
  const leftOut = first === null ? bad : badBefore(table, meant)
  const post = async () => {
    setBusy(true)
    const order = { id: runId, ref: jobRef, label: name.slice(0, 200), inputs: [...inputs], leftOut: rowsLeftOut(bad) }
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
            {bad.length === 0 ? '.' : `. ${leftOutSentence(bad, table.places)}`}
          </>
        )}
      </p>
      {table.suspects !== undefined && <Caution text={suspectSentence(table.suspects)} />}
      {table.repeated !== undefined && <Caution text={repeatedSentence(table.repeated, table.places)} />}
      {shortened !== null && <Caution text={shortened} />}
      {first === null && untyped > 0 && <Caution text={untypedSentence(untyped, inputs.length, kind)} />}
      <BadLines bad={leftOut} place={table.places} />
      {table.doubted.length > 0 && (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-soft">
          <span className="min-w-0 flex-1">
            {meant
              ? 'What looked like rows within a quote is sent as one text.'
              : 'Rows within a quote may belong to one text, such as a sample.'}
          </span>
          <Button onClick={() => setMeant(!meant)}>{meant ? 'Leave it out' : 'It is meant so'}</Button>
        </p>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p className="mr-auto text-sm text-faint">One after the other; you can hold or stop at any time.</p>
        <Button disabled={busy} onClick={onClose}>
          Cancel
        </Button>
        {pasted !== null && (
          <Button disabled={busy} onClick={() => onEdit(pasted)}>
            Edit
          </Button>
        )}
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
