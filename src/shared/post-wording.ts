import type { Comparison, Verdict } from './comparison'
import { assertNever, type Fault } from './fault'
import type { ItemsLeft } from './items-left'
import { count, counted } from './numbers'
import type { Post, PostContent, PostRun, PostState, Waits } from './outbox'
import type { PostCaution } from './post-preview'
import type { ProgressInput } from './progress'
import { waitSentence } from './wait-wording'
import { faultSentence, jobTypeName } from './wording'

export const postStateNames: Readonly<Record<PostState, string>> = {
  draft: 'Draft',
  waiting: 'Waiting',
  sending: 'Sending',
  sent: 'Sent',
  refused: 'Refused',
  unknown: 'Unknown',
  dropped: 'Given up',
}

/** What a post does, in a few words: `Start, stage “uploading”, 12 processed`. No text of an error or a message. */
export function postTitle(content: PostContent): string {
  if (content.kind === 'create') return `Create: ${jobTypeName(content.input.jobType)}`
  const words = reported(content.input).join(', ')
  return words === '' ? 'Nothing yet' : words.charAt(0).toUpperCase() + words.slice(1)
}

function reported(input: ProgressInput): readonly string[] {
  return [
    input.transition === undefined ? null : input.transition.kind,
    input.stage === undefined ? null : `stage “${input.stage}”`,
    input.processedItems === undefined ? null : `${input.processedItems} processed`,
    input.totalItems === undefined ? null : `total ${input.totalItems}`,
    input.message === undefined ? null : 'a message',
    input.metadataPatch === undefined ? null : 'metadata',
    input.error === undefined ? null : 'an error',
    input.warning === undefined ? null : 'a warning',
  ].filter(part => part !== null)
}

/** Why a post did not arrive, or may not have. Nothing here is done again by itself unless it says so. */
export function postFaultSentence(fault: Fault): string {
  switch (fault.kind) {
    case 'rate-limited':
      return fault.retryAfterMs === null
        ? 'The server takes no more requests for now. Nothing was changed; sent again, it goes when it may.'
        : `The server takes no more requests for ${counted(Math.ceil(fault.retryAfterMs / 1000), 'second')}. Nothing was changed; sent again, it goes when it may.`
    case 'server':
      return `The server had trouble (${fault.status}).`
    default:
      return faultSentence(fault)
  }
}

const kindOf = (post: Pick<Post, 'content'>): string => (post.content.kind === 'create' ? 'job' : 'report')

/** Only a post whose fate was unknown keeps its fault or its comparison once it counts as sent. */
const takenByHand = ({ fault, comparison }: Pick<Post, 'fault' | 'comparison'>): boolean =>
  fault !== null || comparison !== null

/** Why nobody knows what became of a post. */
export const lostSentence = ({ fault }: Pick<Post, 'fault'>): string =>
  fault === null ? 'Jobtray was stopped while this was on its way.' : postFaultSentence(fault)

/** What has become of a post, and what to do next. */
export function postSentence(post: Pick<Post, 'state' | 'content' | 'comparison'> & Waits): string {
  const { state, fault, comparison } = post
  switch (state) {
    case 'draft':
      return fault === null ? 'Not sent yet.' : postFaultSentence(fault)
    case 'waiting':
      return waitSentence(post)
    case 'sending':
      return 'On its way.'
    case 'sent':
      if (takenByHand(post)) return 'Taken as arrived, by you.'
      return post.content.kind === 'create' ? 'The job was created.' : 'The server took it.'
    case 'refused':
      return fault === null ? 'Refused; nothing was changed.' : postFaultSentence(fault)
    case 'unknown': {
      const why = lostSentence(post)
      return comparison === null
        ? `${why} Nobody knows whether the ${kindOf(post)} arrived. Compare, then decide.`
        : `${why} It was compared with the job; now decide.`
    }
    case 'dropped':
      return 'Given up; it was not sent.'
    default:
      return assertNever(state)
  }
}

/** The verdict as the first word of what the look at the job says: it is a likelihood, never a certainty. */
export const verdictNames: Readonly<Record<Verdict, string>> = {
  arrived: 'Probably arrived',
  'not-arrived': 'Probably not arrived',
  'cannot-tell': 'Can’t tell',
}

/** Why, where the verdict itself stands before it. */
export function verdictReason(comparison: Pick<Comparison, 'verdict' | 'why'>): string {
  const said = comparisonSentence(comparison)
  const reason = said.slice(said.indexOf(': ') < 0 ? 0 : said.indexOf(': ') + 2)
  return reason.charAt(0).toUpperCase() + reason.slice(1)
}

/** What the look at the job says about an unknown post. */
export function comparisonSentence({ verdict, why }: Pick<Comparison, 'verdict' | 'why'>): string {
  if (verdict === 'arrived') return 'It arrived, it seems: the job is as this post would have made it.'
  if (verdict === 'not-arrived') return 'It did not arrive, it seems: the job is as it was before.'
  switch (why) {
    case 'no-id':
      return 'It cannot be told: without an id there is nothing to look up. Look on the server before you create it again.'
    case 'no-look':
      return 'It cannot be told: the job could not be read. Compare again later.'
    case 'nothing-before':
      return 'It cannot be told: nothing is known of the job just before.'
    case 'too-early':
      return 'No trace of it yet, but the server may still be at work on it. Compare again in a minute.'
    case 'contradiction':
      return 'It cannot be told: some of it is there and some is not, so somebody else wrote too.'
    case 'looks-alike':
    case null:
      return 'It cannot be told: the job would look the same either way.'
    default:
      return assertNever(why)
  }
}

export const cautionSentences: Readonly<Record<PostCaution, string>> = {
  'not-created-here': 'This job was not created here. Its own worker may be reporting too.',
  'cannot-be-taken-back': 'This ends the job and cannot be taken back.',
  'has-ended': 'The job has ended already.',
  reopens: 'The job has ended; starting it may open it again.',
  'patch-names-stage': 'The metadata names stage or last_message. Use the fields for those instead.',
  'patch-with-null': 'A null in metadata may not remove anything: it is merged.',
  'more-than-total': 'More items are processed than there are in total.',
  'fewer-than-before': 'Fewer items are processed than before.',
  'leaves-items': 'Some items were neither processed nor failed.',
  'errors-uncounted': 'Errors stand on this job, but no item counts as failed: it will read as finished.',
}

/** With the figures, where a caution has any. */
export function cautionSentence(caution: PostCaution, itemsLeft: ItemsLeft | null): string {
  if (caution !== 'leaves-items' || itemsLeft === null) return cautionSentences[caution]
  const { left, total } = itemsLeft
  return `${count(left)} of ${counted(total, 'item')} ${left === 1 ? 'was' : 'were'} neither processed nor failed.`
}

/** How a run stands. */
export function runSentence({
  state,
  fault,
  counts,
  waits,
  leftOut = 0,
}: Omit<PostRun, 'id' | 'ref' | 'label' | 'createdAt'>): string {
  const left = counts.waiting + counts.sending
  const without = leftOut === 0 ? '' : `; ${counted(leftOut, 'row')} left out`
  switch (state) {
    case 'going':
      if (counts.unknown > 0) return 'Waits until you decide about one that may have arrived.'
      return `${counted(left, 'report')} to go.${waits === undefined ? '' : ` ${waitSentence(waits)}`}`
    case 'held':
      return fault === null ? `Paused; ${counted(left, 'report')} to go.` : `Paused. ${postFaultSentence(fault)}`
    case 'stopped':
      return `Stopped; ${counted(counts.dropped + left, 'report')} not sent${without}.`
    case 'done':
      return counts.refused === 0
        ? `All sent${without}.`
        : `Done; ${counted(counts.refused, 'report')} refused${without}.`
    default:
      return assertNever(state)
  }
}
