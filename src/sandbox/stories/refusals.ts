import type { Fault } from '../faults/rule'
import type { Stage, Story } from '../story'
import { steady } from './script'

/** Two good looks first, so that there is a last good state to keep. */
const FIRST_LOOKS = 2

type Trouble = { readonly method?: 'GET' | 'POST'; readonly skip?: number; readonly count?: number }

/** A steady job whose answers go wrong. */
function troubled(
  stage: Stage,
  title: string,
  fault: Fault,
  { method = 'GET', skip = FIRST_LOOKS, count }: Trouble = {},
) {
  const jobId = steady(stage, title)
  stage.faults.add({
    match: { server: 'merchantops', method, path: `/api/jobs/${jobId}*` },
    skip,
    ...(count === undefined ? {} : { count }),
    fault,
  })
}

const refusing = (name: string, about: string, status: number, body: unknown, trouble?: Trouble): Story => ({
  name,
  about,
  start: stage => troubled(stage, about, { kind: 'answer', status, body }, trouble),
})

const breaking = (name: string, about: string, fault: Fault, trouble?: Trouble): Story => ({
  name,
  about,
  start: stage => troubled(stage, about, fault, trouble),
})

const waiting = (name: string, about: string, status: number, form: 'seconds' | 'date'): Story => ({
  name,
  about,
  start: stage => {
    const retry_after = { form, seconds: 8 }
    troubled(stage, about, { kind: 'answer', status, body: { detail: 'Slow down' }, retry_after }, { count: 2 })
  },
})

const onPosts = { method: 'POST', skip: 0 } as const
const canary = { api_key: 'canary-do-not-log', total_items: -4 }
const finding = {
  loc: ['body', 'total_items'],
  msg: 'Input should be greater than or equal to 0',
  type: 'greater_than_equal',
  ctx: { ge: 0 },
  input: canary,
}

export const refusals: readonly Story[] = [
  refusing('unauthorized', 'The key stops being accepted: 401.', 401, { detail: 'Invalid credentials' }),
  refusing('forbidden-read', 'Reading stops being allowed: 403.', 403, { detail: 'Missing permission: job:read' }),
  refusing(
    'forbidden-create',
    'Posting is not allowed: 403.',
    403,
    { detail: 'Missing permission: job:create' },
    onPosts,
  ),
  refusing('invalid-array', 'Posts get a 422 with a list that echoes a canary.', 422, { detail: [finding] }, onPosts),
  refusing(
    'invalid-string',
    'Posts get a 422 whose detail is a sentence.',
    422,
    { detail: 'That did not fit' },
    onPosts,
  ),
  refusing('invalid-without-detail', 'Posts get a 422 without a detail.', 422, {}, onPosts),
  waiting('rate-limited-seconds', 'Two answers of 429 with Retry-After in seconds.', 429, 'seconds'),
  waiting('rate-limited-date', 'Two answers of 429 with Retry-After as a date.', 429, 'date'),
  waiting('unavailable', 'Two answers of 503 with Retry-After.', 503, 'seconds'),
  breaking('html', 'Three answers of 200 with a sign-in page.', { kind: 'html' }, { count: 3 }),
  breaking(
    'slow-body',
    'Three answers that drip 5 bytes a second.',
    { kind: 'slow-body', bytes: 5, every_ms: 1_000 },
    { count: 3 },
  ),
  breaking('cut-body', 'Three answers cut after 20 bytes.', { kind: 'cut', after_bytes: 20 }, { count: 3 }),
  breaking(
    'duplicate-append',
    'The first post is applied and its answer is lost.',
    { kind: 'drop-after-apply' },
    { ...onPosts, count: 1 },
  ),
  {
    name: 'redirect',
    about: 'Answers that point to another origin.',
    start: stage => {
      troubled(stage, 'Moved', { kind: 'redirect', status: 307, to: stage.elsewhere() })
    },
  },
]
