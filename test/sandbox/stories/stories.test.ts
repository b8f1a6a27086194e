import { expect, it, vi } from 'vitest'
import { aSandbox, type TestSandbox } from '../support/a-sandbox'

vi.setConfig({ testTimeout: 60_000 })

type Look = { readonly [field: string]: unknown }

/** The first job of a story, as its detail shows it. */
async function jobOf(sandbox: TestSandbox, index = 0): Promise<Look> {
  const { vendor, job_id } = sandbox.ready.jobs[index] ?? { vendor: 'merchantops', job_id: 'none' }
  return (vendor === 'merchantops' ? await sandbox.get(`/api/jobs/${job_id}`) : await sandbox.retail(job_id)).body
}

/** What the first job of a story looks like after so many seconds. */
async function looks(story: string, seconds: readonly number[]): Promise<readonly Look[]> {
  const sandbox = await aSandbox({ story })
  const seen: Look[] = []
  for (const [index, second] of seconds.entries()) {
    sandbox.pass(second - (seconds[index - 1] ?? 0))
    seen.push(await jobOf(sandbox))
  }
  return seen
}

it.each([
  ['happy', 30, { status: 'completed', job_type: 'enrichment', processed_items: 40, duration_seconds: 21 }],
  [
    'crawl-with-warnings',
    30,
    { status: 'completed_with_warnings', job_type: 'crawl', warned_items: 2, failed_items: 0 },
  ],
  ['partial', 30, { status: 'partial_success', processed_items: 21, failed_items: 3 }],
  ['failed-without-errors', 30, { status: 'failed', errors: [], error_message: expect.stringContaining('login') }],
  ['beyond-total', 30, { status: 'in_progress', processed_items: 130, total_items: 100, progress_percentage: 130 }],
  ['more-failed-than-listed', 10, { failed_items: 5_000, errors: expect.objectContaining({ length: 100 }) }],
  ['naive-timestamps', 10, { started_at: '2026-03-14T12:00:01.000000' }],
  ['clock-skew', 10, { started_at: '2026-03-14T12:10:01.000000+00:00' }],
  ['unknown-status', 10, { status: 'awaiting_review', completed_at: null }],
  ['status-case', 10, { status: 'IN_PROGRESS' }],
  ['big-detail', 10, { reference_keys: expect.objectContaining({ length: 280_000 }) }],
])('%s, after %i s', async (story, seconds, expected) => {
  expect((await looks(story, [seconds]))[0]).toMatchObject(expected)
})

it('counts late, grows, goes back and freezes', async () => {
  const field = (name: string, list: readonly Look[]) => list.map(look => look[name])
  expect(field('total_items', await looks('zero-total-then-counted', [5, 13]))).toEqual([0, 800])
  expect(field('total_items', await looks('growing-total', [1, 20, 54]))).toEqual([50, 350, 950])
  expect(field('processed_items', await looks('regress', [25, 27]))).toEqual([300, 120])
  expect(field('processed_items', await looks('frozen', [11, 10_000]))).toEqual([90, 90])
})

it('reopens an ended job, which then ends in another way', async () => {
  const seen = await looks('reopened', [12, 27, 45])
  expect(seen.map(({ status }) => status)).toEqual(['completed', 'in_progress', 'partial_success'])
  expect(seen[1]).toMatchObject({ completed_at: null, duration_seconds: null })
})

it('ends a job within half a second', async () => {
  const seen = await looks('ended-between-polls', [19.9, 20.2, 20.5])
  expect(seen.map(({ status }) => status)).toEqual(['pending', 'in_progress', 'completed'])
})

it('lets a child fail after its parent has completed', async () => {
  const sandbox = await aSandbox({ story: 'parent-child' })
  sandbox.pass(16)
  const [child, parent] = [await jobOf(sandbox, 0), await jobOf(sandbox, 1)]
  expect(parent).toMatchObject({ status: 'completed', metadata: { import_job_id: child.job_id, stage: 'dispatched' } })
  expect(child.status).toBe('in_progress')
  sandbox.pass(20)
  expect((await jobOf(sandbox, 0)).status).toBe('failed')
})

it('lets two jobs name each other', async () => {
  const sandbox = await aSandbox({ story: 'cycle' })
  const [one, other] = [await jobOf(sandbox, 0), await jobOf(sandbox, 1)]
  expect([one.metadata, other.metadata]).toMatchObject([{ import_job_id: other.job_id }, { import_job_id: one.job_id }])
})

it('relates an import without progress to a grid fill', async () => {
  const sandbox = await aSandbox({ story: 'retailgrid-related' })
  sandbox.pass(16)
  const [fill, imported] = [await jobOf(sandbox, 0), await jobOf(sandbox, 1)]
  expect(imported).toMatchObject({ status: 'completed', progress: null, related_grid_fill_job_id: fill.job_id })
  expect(fill).toMatchObject({ status: 'running', job_type: 'grid_fill', grid_id: imported.grid_id, progress: 10 })
})

it('hides another organization’s job, and takes a job away', async () => {
  const theirs = await aSandbox({ story: 'other-tenant' })
  expect(theirs.ready.jobs).toEqual([])
  const sandbox = await aSandbox({ story: 'gone' })
  expect((await jobOf(sandbox)).status).toBe('pending')
  sandbox.pass(31)
  expect(await jobOf(sandbox)).toEqual({ detail: 'Job not found' })
})

it.each([
  ['unauthorized', 401],
  ['forbidden-read', 403],
  ['rate-limited-seconds', 429],
  ['rate-limited-date', 429],
  ['unavailable', 503],
])('%s answers two good looks and then %i', async (story, status) => {
  const sandbox = await aSandbox({ story })
  const path = `/api/jobs/${sandbox.ready.jobs[0]?.job_id}/status`
  const seen = [await sandbox.get(path), await sandbox.get(path), await sandbox.get(path)]
  expect(seen.map(answer => answer.status)).toEqual([200, 200, status])
})

it.each([
  ['forbidden-create', 403, { detail: 'Missing permission: job:create' }],
  ['invalid-array', 422, { detail: [{ input: { api_key: 'canary-do-not-log' } }] }],
  ['invalid-string', 422, { detail: 'That did not fit' }],
  ['invalid-without-detail', 422, {}],
])('%s answers a post with %i', async (story, status, body) => {
  const sandbox = await aSandbox({ story })
  const answer = await sandbox.post(`/api/jobs/${sandbox.ready.jobs[0]?.job_id}/progress`, { processed_items: 1 })
  expect(answer).toMatchObject({ status, body })
})

it('redirects to an origin that sees what arrives, in the log', async () => {
  const sandbox = await aSandbox({ story: 'redirect' })
  const path = `/api/jobs/${sandbox.ready.jobs[0]?.job_id}/status`
  for (const _good of [1, 2]) await sandbox.get(path)
  const { status, headers } = await sandbox.get(path)
  expect([status, headers.get('location')]).toEqual([307, `${sandbox.ready.retailgrid.url}/elsewhere`])
})
