import { Tabs } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { type Job, type JobRef, refKey } from '../../shared/job'
import { count } from '../../shared/numbers'
import type { DetailState } from '../state/detail'
import { Stages } from './course/stages'
import { IssueList } from './issue-list'
import { ReferenceKeys } from './reference-keys'
import { ValueTree } from './value-tree'

type Props = { readonly job: Job; readonly state: DetailState; readonly jobRef: JobRef }

/** The large parts of a job, one at a time. It opens at what went wrong, if anything did. */
export function JobParts({ job, state, jobRef }: Props) {
  const { detail, loading, trouble } = state
  const errors = Math.max(job.errorsListed, detail?.errorCount ?? 0)
  const warnings = Math.max(job.warningsListed, detail?.warningCount ?? 0)
  const keys = detail?.referenceKeys.count ?? 0
  const first = errors > 0 || warnings === 0 ? 'errors' : 'warnings'
  return (
    <Tabs.Root key={`${refKey(jobRef)} ${detail === null}`} defaultValue={first}>
      <Tabs.List className="relative flex gap-x-5 overflow-x-auto overflow-y-hidden border-b border-line">
        <Tab value="errors" name="Errors" number={errors} />
        <Tab value="warnings" name="Warnings" number={warnings} />
        <Tab value="stages" name="Stages" />
        <Tab value="metadata" name="Metadata" />
        {keys > 0 && <Tab value="keys" name="Reference keys" number={keys} />}
        <Tabs.Indicator className="absolute bottom-0 left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) bg-accent transition-[translate,width] duration-150" />
      </Tabs.List>
      {trouble !== null && (
        <p role="alert" className="pt-3 text-bad">
          {trouble}
        </p>
      )}
      {detail === null ? (
        <p className="py-4 text-soft">{loading ? 'Reading…' : 'No details have been read from the server yet.'}</p>
      ) : (
        <>
          <Panel value="errors">
            <IssueList
              kind="error"
              jobRef={jobRef}
              first={detail.errors}
              kept={detail.errorCount}
              listed={job.errorsListed}
              reported={job.failed}
            />
            {detail.errorDetails !== null && (
              <section className="mt-4">
                <h2 className="mb-1 text-sm font-semibold">Error details</h2>
                <ValueTree value={detail.errorDetails} />
              </section>
            )}
          </Panel>
          <Panel value="warnings">
            <IssueList
              kind="warning"
              jobRef={jobRef}
              first={detail.warnings}
              kept={detail.warningCount}
              listed={job.warningsListed}
              reported={job.warned}
            />
          </Panel>
          <Panel value="stages">
            <Stages jobRef={jobRef} />
          </Panel>
          <Panel value="metadata">
            {detail.metadata === null || Object.keys(detail.metadata).length === 0 ? (
              <p className="py-2 text-soft">The server sent no metadata.</p>
            ) : (
              <ValueTree value={detail.metadata} />
            )}
          </Panel>
          {keys > 0 && (
            <Panel value="keys">
              <ReferenceKeys keys={detail.referenceKeys} jobRef={jobRef} />
            </Panel>
          )}
        </>
      )}
    </Tabs.Root>
  )
}

const Tab = ({ value, name, number }: { readonly value: string; readonly name: string; readonly number?: number }) => (
  <Tabs.Tab
    value={value}
    className="flex min-h-9 shrink-0 items-center gap-1.5 text-soft hover:text-ink data-active:font-medium data-active:text-ink"
  >
    {name}
    {number !== undefined && <span className="text-sm font-normal text-faint">{count(number)}</span>}
  </Tabs.Tab>
)

const Panel = ({ value, children }: { readonly value: string; readonly children: ReactNode }) => (
  <Tabs.Panel value={value} className="pt-3">
    {children}
  </Tabs.Panel>
)
