import type { FaultRule } from '../../../src/sandbox/server'
import type { Post, PostOrder } from '../../../src/shared/outbox'
import type { Arrivals } from './server-side'

/** A seeded stream, so that a run that failed can be looked at again. */
export function numbers(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const idOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`

/** The first `reports` are progress posts dealt out to `jobs` jobs, the others create one each; what arrives bears the id. */
export const orderFor = (
  connectionId: string,
  index: number,
  { reports, jobs }: { readonly reports: number; readonly jobs: number },
): PostOrder => ({
  id: idOf(index),
  connectionId,
  form: null,
  content:
    index < reports
      ? {
          kind: 'progress',
          jobId: `probe-${index % jobs}`,
          input: {
            error: { entityKey: idOf(index), entityType: 'product', errorType: 'probe', message: `Report ${index}` },
            ...(index % 3 === 0 ? { stage: `stage ${index}` } : {}),
            ...(index % 4 === 0 ? { processedItems: index } : {}),
          },
        }
      : { kind: 'create', input: { jobType: 'probe', totalItems: index, triggeredBy: idOf(index) } },
})

export const badAnswers: readonly FaultRule['fault'][] = [
  { kind: 'drop-after-apply' },
  { kind: 'drop-after-apply' },
  { kind: 'reset' },
  { kind: 'cut', after_bytes: 20 },
  { kind: 'truncated-json' },
  { kind: 'html' },
  { kind: 'answer', status: 503 },
  { kind: 'answer', status: 500 },
  { kind: 'answer', status: 429, retry_after: { form: 'seconds', seconds: 1 } },
  { kind: 'answer', status: 422, body: { detail: [{ loc: ['body', 'stage'], msg: 'no', type: 'value_error' }] } },
]

export type Tally = Record<'sent' | 'refused' | 'shownUnknown' | 'doubles' | 'losses', number>

export function tally(posts: readonly Post[], { effects }: Arrivals): Tally {
  const sum: Tally = { sent: 0, refused: 0, shownUnknown: 0, doubles: 0, losses: 0 }
  for (const post of posts) {
    const arrived = effects.get(post.id) ?? 0
    if (arrived > 1) sum.doubles += 1
    if (post.state === 'sent') {
      sum.sent += 1
      if (arrived === 0) sum.losses += 1
    } else if (post.state === 'refused') {
      sum.refused += 1
      // Said to be certainly not applied.
      if (arrived > 0) sum.doubles += 1
    } else if (post.state === 'dropped' || post.state === 'unknown') sum.shownUnknown += 1
    else sum.losses += 1
  }
  return sum
}
