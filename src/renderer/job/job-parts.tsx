import { Tabs } from '@base-ui/react/tabs'
import { type ReactNode, useState } from 'react'
import type { JobRef } from '../../shared/job'
import { count } from '../../shared/numbers'
import type { WatchedJob } from '../../shared/snapshot'
import { IssuesView } from '../issues/issues-view'
import { useDetail } from '../state/detail'
import type { Shown } from '../state/place'
import { Stages } from './course/stages'
import { JobOverview } from './job-overview'
import { JsonView } from './json-view'
import { MetadataView } from './metadata-view'
import { ReferenceKeys } from './reference-keys'
import { useJobKeys } from './use-job-keys'

type Props = { readonly watched: WatchedJob; readonly jobRef: JobRef; readonly shown: Shown | null }

/** The parts of a job, one at a time; it opens at the whole of it, or at what was looked for. */
export function JobParts({ watched, jobRef, shown }: Props) {
  const state = useDetail(jobRef)
  const { detail, loading } = state
  const [part, setPart] = useState<string>(shown?.list ?? 'overview')
  useJobKeys(watched, setPart)
  const { job } = watched
  const errors = Math.max(job?.errorsListed ?? 0, detail?.errorCount ?? 0)
  const warnings = Math.max(job?.warningsListed ?? 0, detail?.warningCount ?? 0)
  const keys = detail?.referenceKeys
  const search = (list: Shown['list']): string => (shown?.list === list ? shown.key : '')
  const missing = (
    <p className="py-2 text-soft">{loading ? 'Reading…' : 'No details have been read from the server yet.'}</p>
  )
  return (
    <Tabs.Root value={part} onValueChange={value => setPart(String(value))} className="flex min-h-0 flex-1 flex-col">
      <Tabs.List className="flex shrink-0 flex-wrap gap-x-5 border-b border-line px-5 @max-lg/page:gap-x-3.5 @max-lg/page:px-3">
        <Tab value="overview" name="Overview" />
        <Tab value="errors" name="Errors" number={errors} />
        <Tab value="warnings" name="Warnings" number={warnings} />
        <Tab value="stages" name="Stages" />
        <Tab value="metadata" name="Metadata" />
        {keys !== undefined && keys.count > 0 && (
          <Tab value="referenceKeys" name="Reference keys" number={keys.count} />
        )}
        <Tab value="json" name="JSON" />
      </Tabs.List>
      <Tabs.Panel value="overview" className="min-h-0 flex-1 overflow-y-auto">
        <JobOverview watched={watched} jobRef={jobRef} state={state} onOpen={setPart} />
      </Tabs.Panel>
      {job !== null && (
        <>
          <Filling value="errors">
            <IssuesView
              list="errors"
              jobRef={jobRef}
              listed={job.errorsListed}
              reported={job.failed}
              search={search('errors')}
            />
          </Filling>
          <Filling value="warnings">
            <IssuesView
              list="warnings"
              jobRef={jobRef}
              listed={job.warningsListed}
              reported={job.warned}
              search={search('warnings')}
            />
          </Filling>
          <Scrolling value="stages">
            <Stages jobRef={jobRef} />
          </Scrolling>
          <Scrolling value="json">
            <JsonView job={job} detail={detail} />
          </Scrolling>
        </>
      )}
      <Scrolling value="metadata">{detail === null ? missing : <MetadataView metadata={detail.metadata} />}</Scrolling>
      <Scrolling value="referenceKeys">
        {keys === undefined ? missing : <ReferenceKeys keys={keys} jobRef={jobRef} />}
      </Scrolling>
    </Tabs.Root>
  )
}

const Tab = ({ value, name, number }: { readonly value: string; readonly name: string; readonly number?: number }) => (
  <Tabs.Tab
    value={value}
    className="flex min-h-9 shrink-0 items-center gap-1.5 text-soft hover:text-ink data-active:font-medium data-active:text-ink data-active:inset-shadow-[0_-2px_0_0_var(--color-accent)] @max-lg/page:min-h-8 forced-colors:data-active:underline"
  >
    {name}
    {number !== undefined && <span className="text-sm font-normal text-faint">{count(number)}</span>}
  </Tabs.Tab>
)

type PanelProps = { readonly value: string; readonly children: ReactNode }

const Filling = ({ value, children }: PanelProps) => (
  <Tabs.Panel value={value} className="flex min-h-0 flex-1 flex-col">
    {children}
  </Tabs.Panel>
)

const Scrolling = ({ value, children }: PanelProps) => (
  <Tabs.Panel value={value} className="min-h-0 flex-1 overflow-y-auto">
    <div className="max-w-4xl px-5 py-3 @max-lg/page:px-3">{children}</div>
  </Tabs.Panel>
)
