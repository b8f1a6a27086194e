import { expect, it } from 'vitest'
import { realTime } from '../../../src/sandbox/clock'
import { aSandbox, bearer, call } from '../support/a-sandbox'

it('creates a pending job named after its type, and answers 201 with the whole of it', async () => {
  const sandbox = await aSandbox()
  const wanted = { job_type: 'enrichment', total_items: 12, metadata: { feed: 'spring' }, triggered_by: 'ines' }
  const { status, body } = await sandbox.post('/api/jobs/', wanted)
  expect(status).toBe(201)
  expect(body).toMatchObject({ ...wanted, status: 'pending', processed_items: 0, progress_percentage: 0, errors: [] })
  expect(body.job_id).toMatch(/^enrichment-[0-9a-f]{12}$/)
})

it('takes a job from its creation to its derived end', async () => {
  const sandbox = await aSandbox()
  const jobId = await sandbox.create({ total_items: 3 })
  const report = (body: unknown) => sandbox.post(`/api/jobs/${jobId}/progress`, body)
  await report({ mark_started: true, stage: 'downloading' })
  sandbox.pass(90)
  await report({
    processed_items: 2,
    error: { entity_key: 'A', entity_type: 'product', error_type: 'x', message: 'm' },
  })
  const { body } = await report({ mark_completed: true })
  expect(body).toMatchObject({ status: 'partial_success', failed_items: 1, duration_seconds: 90, success_rate: 66.67 })
  expect((await sandbox.get(`/api/jobs/${jobId}`)).body).toMatchObject({
    status: 'partial_success',
    reference_keys: [],
  })
})

it('answers the status in exactly six fields', async () => {
  const sandbox = await aSandbox()
  const { body } = await sandbox.get(`/api/jobs/${await sandbox.create()}/status`)
  const six = ['job_id', 'status', 'progress_percentage', 'processed_items', 'total_items', 'failed_items']
  expect(Object.keys(body).sort()).toEqual(six.sort())
})

it('gives reference_keys and error_details in the detail alone', async () => {
  const sandbox = await aSandbox()
  const jobId = await sandbox.create()
  const { body: progress } = await sandbox.post(`/api/jobs/${jobId}/progress`, {})
  const { body: detail } = await sandbox.get(`/api/jobs/${jobId}`)
  expect([Object.hasOwn(progress, 'reference_keys'), Object.hasOwn(progress, 'error_details')]).toEqual([false, false])
  expect([detail.reference_keys, detail.error_details]).toEqual([[], null])
})

it('sends a slashless POST on with 307, and a GET with a slash too many', async () => {
  const sandbox = await aSandbox()
  const { url, keys } = sandbox.ready.merchantops
  const slashless = await sandbox.post('/api/jobs', { job_type: 'crawl', total_items: 1 })
  expect([slashless.status, slashless.headers.get('location')]).toEqual([307, `${url}/api/jobs/`])
  const followed = await call(`${url}/api/jobs`, {
    method: 'POST',
    redirect: 'follow',
    headers: { ...bearer(keys.full), 'content-type': 'application/json' },
    body: JSON.stringify({ job_type: 'crawl', total_items: 1 }),
  })
  expect(followed.status).toBe(201)
  expect((await sandbox.get('/api/jobs/some-id/')).status).toBe(307)
})

it('answers 405 to a wrong method and 404 to a path that is not there', async () => {
  const sandbox = await aSandbox()
  const listing = await sandbox.get('/api/jobs/')
  expect([listing.status, listing.headers.get('allow')]).toEqual([405, 'POST'])
  expect(await sandbox.get('/api/products/1')).toMatchObject({ status: 404, body: { detail: 'Not Found' } })
})

it('finds a job whose id needs encoding', async () => {
  const sandbox = await aSandbox()
  await sandbox.control('POST', '/jobs', { vendor: 'merchantops', job_id: 'feed 7/ü' })
  expect((await sandbox.get(`/api/jobs/${encodeURIComponent('feed 7/ü')}/status`)).body.job_id).toBe('feed 7/ü')
})

it('answers 413 to a body of more than 4 MiB', async () => {
  const sandbox = await aSandbox()
  const metadata = { padding: 'x'.repeat(4 * 1024 * 1024) }
  expect((await sandbox.post('/api/jobs/', { job_type: 'crawl', total_items: 1, metadata })).status).toBe(413)
})

it('says the time of the sandbox in the Date header', async () => {
  const sandbox = await aSandbox()
  sandbox.pass(3_600)
  const { headers } = await sandbox.get('/openapi.json')
  expect(headers.get('date')).toBe('Sat, 14 Mar 2026 13:00:00 GMT')
})

it('serves the contract it follows', async () => {
  const sandbox = await aSandbox()
  const { body } = await sandbox.get('/openapi.json', {})
  const paths = ['/api/jobs/', '/api/jobs/{job_id}', '/api/jobs/{job_id}/status', '/api/jobs/{job_id}/progress']
  expect(Object.keys(Object(body.paths))).toEqual(paths)
})

it('says the same of a job that rests, each time it is asked, by a real clock too', async () => {
  const sandbox = await aSandbox({ time: realTime })
  const path = `/api/jobs/${await sandbox.create()}`
  const first = await sandbox.get(path)
  for (let look = 0; look < 20; look += 1) expect((await sandbox.get(path)).body).toEqual(first.body)
})
