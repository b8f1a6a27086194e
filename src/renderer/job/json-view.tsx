import type { Job, JobDetail } from '../../shared/job'
import { CopyButton } from '../parts/copy-button'
import { ServerText } from '../parts/server-text'

type Props = { readonly job: Job; readonly detail: JobDetail | null }

/** Characters drawn; all of it is copied. */
const mostShown = 100_000

/** All that is known of the job, as it is kept. The long lists have pages of their own. */
export function JsonView({ job, detail }: Props) {
  const { metadata = null, errorDetails = null } = detail ?? {}
  const text = JSON.stringify({ ...job, metadata, errorDetails }, null, 2)
  return (
    <>
      <p className="mb-2 flex items-center gap-1 text-sm text-soft">
        All that is known, by Jobtray’s own names. <CopyButton text={text} label="Copy the JSON" />
      </p>
      <pre className="overflow-x-auto rounded-md border border-line bg-side p-3 font-mono text-sm select-text">
        <ServerText text={text} max={mostShown} />
      </pre>
    </>
  )
}
