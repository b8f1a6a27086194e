import { expect, it, vi } from 'vitest'
import { stories } from '../../src/sandbox/stories/catalogue'
import { aSandbox, bearer, type TestSandbox } from './support/a-sandbox'
import { contract, expectContract } from './support/contract'

vi.setConfig({ testTimeout: 60_000 })

/** Whose numbers break the contract on purpose. */
const BREAKING = new Set(['beyond-total'])
const MOMENTS_S = [0, 2, 9, 16, 30, 70, 200]

async function lookAtAll(sandbox: TestSandbox) {
  for (const { vendor, job_id } of sandbox.ready.jobs) {
    if (vendor === 'retailgrid') expectContract('retailgrid-job', (await sandbox.retail(job_id)).body)
    else {
      expectContract('merchantops-job-status', (await sandbox.get(`/api/jobs/${job_id}/status`)).body)
      expectContract('merchantops-job-detail', (await sandbox.get(`/api/jobs/${job_id}`)).body)
    }
  }
}

it.each(stories.map(({ name }) => name).filter(name => !BREAKING.has(name)))(
  '%s keeps the contract at every moment',
  async story => {
    const sandbox = await aSandbox({ story })
    // The faults of a story stand for a broken server; here it is the jobs that are looked at.
    expect((await sandbox.control('DELETE', '/faults')).status).toBe(204)
    // A job that the story takes away answers a 404 later on, which is another contract.
    const moments = story === 'gone' ? [0, 2] : story === 'big-detail' ? [0, 9] : MOMENTS_S
    for (const [index, moment] of moments.entries()) {
      sandbox.pass(moment - (moments[index - 1] ?? 0))
      await lookAtAll(sandbox)
    }
  },
)

it('create and progress answer a job, without what is the detail’s', async () => {
  const sandbox = await aSandbox()
  const created = await sandbox.post('/api/jobs/', { job_type: 'crawl', total_items: 2, metadata: { a: [1] } })
  expectContract('merchantops-job', created.body)
  const entry = { entity_key: 'A', entity_type: 'product', error_type: 'x', message: 'm', details: { a: 1 }, step: 's' }
  for (const report of [
    { mark_started: true },
    { error: entry, warning: entry },
    { mark_completed: true },
    { mark_failed: 'x' },
  ]) {
    expectContract('merchantops-job', (await sandbox.post(`/api/jobs/${created.body.job_id}/progress`, report)).body)
  }
})

it('every refusal keeps its contract', async () => {
  const sandbox = await aSandbox()
  const { keys } = sandbox.ready.merchantops
  const refusals = [
    sandbox.get('/api/jobs/x', {}),
    sandbox.get('/api/jobs/x/status', bearer(keys.create)),
    sandbox.post('/api/jobs/', {}, bearer(keys.read)),
    sandbox.post('/api/jobs/x/progress', {}),
    sandbox.get('/api/jobs/'),
    sandbox.get('/nowhere'),
    sandbox.retail('x', {}),
    sandbox.retail('123e4567-e89b-42d3-a456-426614174000'),
  ]
  for (const answer of await Promise.all(refusals)) expectContract('refusal', answer.body)
  expectContract('merchantops-validation-error', (await sandbox.post('/api/jobs/', {})).body)
  expectContract('merchantops-validation-error', (await sandbox.post('/api/jobs/x/progress', { stage: 1 })).body)
  expectContract('retailgrid-validation-error', (await sandbox.retail('x')).body)
})

it('the contract would notice: a missing, a wrong and a stray field', () => {
  const fine = {
    job_id: 'a',
    status: 's',
    progress_percentage: 1.5,
    processed_items: 1,
    total_items: 2,
    failed_items: 0,
  }
  const { status: _status, ...missing } = fine
  const broken = [
    missing,
    { ...fine, total_items: 1.5 },
    { ...fine, progress_percentage: 130 },
    { ...fine, warned_items: 0 },
  ]
  expect(contract('merchantops-job-status').safeParse(fine).success).toBe(true)
  for (const body of broken) expect(contract('merchantops-job-status').safeParse(body).success).toBe(false)
})
