import { notReached } from '../../shared/items-left'
import { uncountedErrors } from '../../shared/job'
import { count, counted } from '../../shared/numbers'
import { faultSentence, stateName } from '../../shared/wording'
import { FamilyMark } from '../parts/family-mark'
import { ServerText } from '../parts/server-text'
import { lastWord } from '../words/last-word'
import { tellsReason } from './tells-reason'
import type { Row } from './use-row'

const place = 'col-start-2 -col-end-1 row-start-2 min-w-0 text-sm text-soft @xl/page:col-end-auto'
const line = `${place} truncate`
/** What is there to be read whole takes a second line where the page is narrow. */
const reasonLine = `${place} @max-xl/page:line-clamp-2 @max-xl/page:wrap-anywhere @xl/page:truncate`

/** The second line of a row: where it is, or what became of it, in the server's words. */
export function RowStory({ row }: { readonly row: Row }) {
  const { watched, worry } = row
  const { job } = watched
  // What stops the whole connection is what a person must mend first.
  const fault = row.fault ?? watched.fault
  if (job === null) {
    const looking = row.paused ? 'Not looked at yet: watching is paused.' : 'Looking for the first time…'
    const text = fault === null ? looking : faultSentence(fault.fault, row.organization)
    return <div className={reasonLine}>{text}</div>
  }
  const ended = job.phase === 'ended'
  const head = ended || job.phase === 'unknown' || job.stage === null ? stateName(job) : job.stage
  const rest = lastWord(job)
  const left = notReached(job)
  return (
    <div className={tellsReason(watched) ? reasonLine : line}>
      {job.links.length > 0 && <FamilyMark watched={watched} />}
      {worry !== null && (
        <>
          <ServerText text={worry} max={80} className="font-medium text-warn" />
          <span className="text-faint"> — </span>
        </>
      )}
      <ServerText text={head} max={60} className={ended ? tone(job.outcome) : 'text-ink'} />
      {/* Beside the word that it qualifies: below the bar it would be the first to go where there is little room. */}
      {left > 0 && <span className="text-ink">, {count(left)} not reached</span>}
      {ended && uncountedErrors(job) > 0 && (
        <span className="text-warn">, {counted(uncountedErrors(job), 'error')} listed</span>
      )}
      {rest && (
        <>
          <span className="text-faint"> — </span>
          <ServerText text={rest} max={200} />
        </>
      )}
    </div>
  )
}

function tone(outcome: string | null): string {
  switch (outcome) {
    case 'failed':
      return 'text-bad'
    case 'partial':
      return 'text-part'
    case 'warned':
      return 'text-warn'
    default:
      return 'text-soft'
  }
}
