import { Plus } from 'lucide-react'
import type { ConnectionId } from '../../shared/connection'
import { familyOf } from '../../shared/family'
import { membersSentence } from '../../shared/family-wording'
import { type JobLink, refKey, shortId } from '../../shared/job'
import type { WatchedJob } from '../../shared/snapshot'
import { jobTypeName } from '../../shared/wording'
import { Button } from '../parts/button'
import { ServerText } from '../parts/server-text'
import { StateGlyph } from '../parts/state-glyph'
import { sentenceOf } from '../state/attempt'
import { useMirror } from '../state/mirror-store'
import { goTo, showToast } from '../state/view'

/** Jobs this one names: those watched open, the others can be watched. And how it stands with all that it has set off. */
export function LinkedJobs({ watched }: { readonly watched: WatchedJob }) {
  const { job, ref } = watched
  const family = useMirror(({ jobs }) => membersSentence(familyOf(watched, other => jobs.get(refKey(other)))))
  return (
    <section aria-label="Linked jobs">
      <h2 className="mb-1 text-sm font-semibold">Linked jobs</h2>
      {family !== '' && <p className="mb-1 text-sm text-soft">{family}</p>}
      {watched.heldSince != null && (
        <p className="mb-1 text-sm text-soft">You are told that this one has finished when all of them have.</p>
      )}
      <ul className="flex flex-col gap-1">
        {job?.links.slice(0, 50).map(link => (
          <li key={`${link.via} ${link.jobId}`}>
            <Linked link={link} connectionId={ref.connectionId} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** As a list, so that an id with blanks in it stays one. */
async function watch(connectionId: ConnectionId, jobId: string): Promise<void> {
  try {
    const { refused } = await window.jobtray.watchJobs(connectionId, JSON.stringify([jobId]))
    for (const { why } of refused) showToast(why, 'bad')
  } catch (error) {
    showToast(sentenceOf(error), 'bad')
  }
}

function Linked({ link, connectionId }: { readonly link: JobLink; readonly connectionId: ConnectionId }) {
  const ref = { connectionId, jobId: link.jobId }
  const watched = useMirror(mirror => mirror.jobs.get(refKey(ref)))
  const id = <ServerText text={shortId(link.jobId)} max={24} className="font-mono text-sm text-faint" />
  if (watched === undefined) {
    return (
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate">{id}</span>
        <Button
          look="quiet"
          icon={<Plus size="0.8125rem" aria-hidden />}
          className="min-h-6 px-1.5 text-sm"
          onClick={() => void watch(connectionId, link.jobId)}
        >
          Watch
        </Button>
      </div>
    )
  }
  return (
    <button
      type="button"
      onClick={() => goTo({ view: 'job', ref })}
      className="-mx-1.5 flex min-h-7 w-full min-w-0 items-center gap-2 rounded-md px-1.5 text-left hover:bg-hover"
    >
      <StateGlyph watched={watched} />
      <ServerText text={jobTypeName(watched.job?.jobType ?? null)} max={60} className="truncate" />
      {id}
    </button>
  )
}
