import { assertNever, type Fault } from './fault'
import { shortId } from './job'
import type { NoticeWords } from './notice-words'
import { counted } from './numbers'
import type { Post, PostRun } from './outbox'
import { postFaultSentence, postTitle } from './post-wording'
import { waitSentence } from './wait-wording'

/** What a server says in its own words stays in the window: others may see the screen (api-notes E40). */
const quietly = (fault: Fault): string =>
  fault.kind === 'rejected' && fault.status !== 0
    ? `The server refused it (${fault.status}). Open it to see why.`
    : postFaultSentence(fault)

const about = ({ content, ref }: Post, connectionName: string): string =>
  [postTitle(content), ref === null ? null : shortId(ref.jobId), connectionName]
    .filter(part => part !== null)
    .join(' · ')

/** What a person who has turned away should know of a post; null where its state is no news. */
export function postNoticeWords(post: Post, connectionName: string): NoticeWords | null {
  const { state, fault, content } = post
  const what = content.kind === 'create' ? 'job' : 'report'
  const words = (title: string, why: string): NoticeWords => ({
    title,
    body: `${why}\n${about(post, connectionName)}`,
  })
  switch (state) {
    case 'refused':
      return words(
        what === 'job' ? 'A job was not created' : 'A report was refused',
        fault === null ? 'Nothing was changed.' : quietly(fault),
      )
    case 'unknown':
      return words(
        what === 'job' ? 'A job may or may not have been created' : 'A report may or may not have arrived',
        what === 'job'
          ? 'Look on the server, then decide in the outbox.'
          : 'Decide about it in the outbox; what follows it waits.',
      )
    case 'waiting':
      return fault === null ? null : words(`A ${what} waits for you`, waitSentence(post))
    case 'draft':
    case 'sending':
    case 'sent':
    case 'dropped':
      return null
    default:
      return assertNever(state)
  }
}

/** A run that cannot go on without a person, or has ended with entries that were refused; null: there is no news. */
export function runNoticeWords(run: PostRun, connectionName: string): NoticeWords | null {
  const { state, fault, counts, label, ref } = run
  const where = `${label} · ${shortId(ref.jobId)} · ${connectionName}`
  if (state === 'held' && fault !== null)
    return {
      title: 'A run of reports is held',
      body: `${counted(counts.waiting, 'report')} to go. ${quietly(fault)}\n${where}`,
    }
  if (state === 'done' && counts.refused > 0)
    return {
      title: `A run ended with ${counted(counts.refused, 'report')} refused`,
      body: `${counted(counts.sent, 'report')} sent.\n${where}`,
    }
  return null
}
