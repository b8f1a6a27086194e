import { useCallback, useEffect, useState } from 'react'
import type { Diagnostics } from '../../shared/diagnostics'
import { Button } from '../parts/button'
import { copyText } from '../parts/copy-text'
import { PageHeader } from '../parts/page-header'
import { sentenceOf } from '../state/attempt'
import { showToast } from '../state/view'
import { DriftLedger } from './drift-ledger'
import { Health } from './health'
import { TroubleByConnection } from './trouble-by-connection'

/** What the app knows about itself, and a report of it without names, addresses or keys. */
export function DiagnosticsPage() {
  const [found, setFound] = useState<Diagnostics | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const read = useCallback(() => {
    window.jobtray.readDiagnostics().then(
      read => {
        setFound(read)
        setTrouble(null)
      },
      error => setTrouble(sentenceOf(error)),
    )
  }, [])
  useEffect(read, [read])
  const copy = (report: string) =>
    showToast(copyText(report) ? 'The report was copied.' : 'The report could not be copied.')
  return (
    <>
      <PageHeader title="Diagnostics">
        <Button look="primary" disabled={found === null} onClick={() => found && copy(found.report)}>
          Copy the report
        </Button>
      </PageHeader>
      <div aria-busy={found === null && trouble === null} className="min-h-0 flex-1 overflow-y-auto px-5 pt-4 pb-8">
        {trouble !== null && (
          <p role="alert" className="text-bad">
            {trouble}
          </p>
        )}
        {found !== null && (
          <div className="flex max-w-3xl flex-col gap-7">
            <TroubleByConnection found={found} onReadAgain={read} />
            <DriftLedger found={found} />
            <Health found={found} />
            <section aria-labelledby="report-title">
              <h2 id="report-title" className="font-semibold">
                Report
              </h2>
              <p className="text-sm text-soft">For a bug report: it holds no names, addresses, ids or keys.</p>
              <pre className="mt-2 rounded-lg bg-side p-3 font-mono text-sm break-words whitespace-pre-wrap select-text">
                {found.report}
              </pre>
            </section>
          </div>
        )}
      </div>
    </>
  )
}
