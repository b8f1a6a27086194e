import { expect, it } from 'vitest'
import { aSandbox, bearer, call } from '../support/a-sandbox'

const NOBODY = '123e4567-e89b-42d3-a456-426614174000'

it('answers a job with its eleven fields and no other', async () => {
  const sandbox = await aSandbox()
  const set = { job_type: 'csv_import', status: 'running', progress: 40, grid_id: NOBODY }
  const { body } = await sandbox.control('POST', '/jobs', { vendor: 'retailgrid', set })
  const answer = await sandbox.retail(String(body.job_id))
  expect(answer.status).toBe(200)
  expect(answer.body).toEqual({
    ...set,
    job_id: body.job_id,
    created_at: '2026-03-14T12:00:00.000000Z',
    started_at: null,
    completed_at: null,
    error_message: null,
    related_grid_fill_job_id: null,
    grid_items_count: null,
  })
})

it('finds a job by its UUID in capitals', async () => {
  const sandbox = await aSandbox()
  const { body } = await sandbox.control('POST', '/jobs', { vendor: 'retailgrid' })
  expect((await sandbox.retail(String(body.job_id).toUpperCase())).status).toBe(200)
})

it.each(['not-a-uuid', 'enrichment-5f2c9a1e4b7d', `${NOBODY}0`, '%00'])(
  'answers 422 to %s, without ctx and input',
  async id => {
    const sandbox = await aSandbox()
    const { status, body } = await sandbox.retail(id)
    expect([status, body]).toEqual([
      422,
      { detail: [{ loc: ['path', 'job_id'], msg: 'Input should be a valid UUID', type: 'uuid_parsing' }] },
    ])
  },
)

it('answers 401 without a key and with a wrong one, before it looks at the id', async () => {
  const sandbox = await aSandbox()
  expect((await sandbox.retail('not-a-uuid', {})).status).toBe(401)
  expect((await sandbox.retail(NOBODY, bearer('nobody'))).status).toBe(401)
})

it('takes the key as Bearer, bare, and in X-API-Key', async () => {
  const sandbox = await aSandbox()
  const { key } = sandbox.ready.retailgrid
  for (const headers of [bearer(key), { authorization: key }, { 'x-api-key': key }]) {
    expect((await sandbox.retail(NOBODY, headers)).status).toBe(404)
  }
})

it('answers 404 for another caller’s job, and shows it to that caller', async () => {
  const sandbox = await aSandbox()
  const { body } = await sandbox.control('POST', '/jobs', { vendor: 'retailgrid', owner: 'other' })
  expect(await sandbox.retail(String(body.job_id))).toMatchObject({ status: 404, body: { detail: 'Job not found' } })
  expect((await sandbox.retail(String(body.job_id), bearer(sandbox.ready.retailgrid.otherKey))).status).toBe(200)
})

it('serves the contract it follows', async () => {
  const sandbox = await aSandbox()
  const { body } = await call(`${sandbox.ready.retailgrid.url}/openapi.json`)
  expect(Object.keys(Object(body.paths))).toEqual(['/v1/jobs/{job_id}'])
})
