import { expect, it } from 'vitest'
import { type JobSeen, startSandbox } from '../../../src/sandbox/server'
import { storyNames } from '../../../src/sandbox/stories/catalogue'
import { aSandbox, bearer } from '../support/a-sandbox'
import { rawRequest } from '../support/raw-request'

it('pauses, steps and speeds up the clock', async () => {
  const sandbox = await aSandbox()
  await sandbox.control('PATCH', '/clock', { paused: true })
  sandbox.pass(60)
  expect((await sandbox.control('GET', '/clock')).body).toMatchObject({ now: '2026-03-14T12:00:00.000Z', paused: true })
  expect((await sandbox.control('POST', '/clock/step', { seconds: 90 })).body.now).toBe('2026-03-14T12:01:30.000Z')
  await sandbox.control('PATCH', '/clock', { paused: false, speed: 10 })
  sandbox.pass(3)
  expect((await sandbox.control('GET', '/clock')).body).toMatchObject({ now: '2026-03-14T12:02:00.000Z', speed: 10 })
})

it('sets the server’s clock wrong: timestamps and Date header alike', async () => {
  const sandbox = await aSandbox()
  await sandbox.control('PATCH', '/clock', { skew_seconds: 600 })
  const { headers, body } = await sandbox.post('/api/jobs/', { job_type: 'crawl', total_items: 1 })
  expect([headers.get('date'), body.created_at]).toEqual([
    'Sat, 14 Mar 2026 12:10:00 GMT',
    '2026-03-14T12:10:00.000000+00:00',
  ])
})

it('lists every story, starts one, and says which jobs it brought', async () => {
  const sandbox = await aSandbox()
  const listed = await sandbox.control('GET', '/stories')
  expect(Object.values(listed.body).map(story => Object(story).name)).toEqual(storyNames)
  const { status, body } = await sandbox.control('POST', '/stories/parent-child')
  expect([status, Object.values(Object(body.jobs)).length]).toEqual([201, 2])
  expect((await sandbox.control('POST', '/stories/nonsense')).status).toBe(404)
})

it('creates a job in a state that the API can’t reach, and changes it', async () => {
  const sandbox = await aSandbox()
  const set = {
    job_type: 'crawl',
    status: 'paused?',
    total_items: 10,
    processed_items: 25,
    failed_items: -1,
    started_at: 'yesterday',
    extra: 1,
  }
  const { body: job } = await sandbox.control('POST', '/jobs', { vendor: 'merchantops', set, omit: ['warnings'] })
  const { body } = await sandbox.get(`/api/jobs/${job.job_id}`)
  expect(body).toMatchObject(set)
  expect(Object.hasOwn(body, 'warnings')).toBe(false)
  await sandbox.control('PATCH', `/jobs/merchantops/${job.job_id}`, {
    set: { status: 'pending', total_items: '10', errors: null },
    restore: ['started_at', 'warnings'],
  })
  const { body: changed } = await sandbox.get(`/api/jobs/${job.job_id}`)
  expect(changed).toMatchObject({ status: 'pending', total_items: '10', errors: null, started_at: null, warnings: [] })
  expect(Object.keys((await sandbox.get(`/api/jobs/${job.job_id}/status`)).body).length).toBe(6)
})

it('changes any field of a Retailgrid job', async () => {
  const sandbox = await aSandbox()
  const { body: job } = await sandbox.control('POST', '/jobs', { vendor: 'retailgrid', set: { status: 'running' } })
  await sandbox.control('PATCH', `/jobs/retailgrid/${job.job_id}`, {
    set: { progress: 140, job_type: 7, completed_at: '2026-03-14T12:00:00' },
    omit: ['grid_id'],
  })
  const { body } = await sandbox.retail(String(job.job_id))
  expect(body).toMatchObject({ status: 'running', progress: 140, job_type: 7, completed_at: '2026-03-14T12:00:00' })
  expect(Object.hasOwn(body, 'grid_id')).toBe(false)
})

it('takes a job away', async () => {
  const sandbox = await aSandbox()
  const jobId = await sandbox.create()
  expect((await sandbox.control('DELETE', `/jobs/merchantops/${jobId}`)).status).toBe(204)
  expect((await sandbox.get(`/api/jobs/${jobId}`)).status).toBe(404)
  expect((await sandbox.control('DELETE', `/jobs/merchantops/${jobId}`)).status).toBe(404)
})

it('logs each request with its time, status and fault, and keys as fingerprints only', async () => {
  const sandbox = await aSandbox()
  const { keys } = sandbox.ready.merchantops
  await sandbox.control('POST', '/faults', {
    id: 'my-fault',
    match: { path: '/api/jobs/x/status' },
    fault: { kind: 'answer', status: 503 },
  })
  await sandbox.get('/api/jobs/x/status')
  await sandbox.get('/api/jobs/x', { cookie: `stytch_session=${keys.full}`, 'x-api-key': keys.full })
  const { body } = await sandbox.control('GET', '/requests')
  const [first, second] = Object.values(body)
  expect(first).toMatchObject({
    server: 'merchantops',
    method: 'GET',
    path: '/api/jobs/x/status',
    status: 503,
    fault: 'my-fault: answer',
  })
  expect(Object(first).headers.authorization).toMatch(/^sha256:[0-9a-f]{8}$/)
  const { cookie, 'x-api-key': xApiKey } = Object(second).headers
  expect([cookie, xApiKey]).toEqual([Object(first).headers.authorization, Object(first).headers.authorization])
  expect(JSON.stringify(body)).not.toContain(keys.full)
  expect((await sandbox.control('GET', `/requests?since=${Object(first).seq}`)).body).toHaveProperty('length', 1)
})

it('tells who listens first of the jobs that came before', async () => {
  const sandbox = await aSandbox()
  const [early, seen] = [await sandbox.create(), [] as string[]]
  sandbox.onJob(job => seen.push(job.job_id))
  expect(seen).toEqual([early])
  sandbox.onJob(job => seen.push(`again ${job.job_id}`))
  expect(seen).toEqual([early])
})

it('tells who made a job, until nobody listens any more', async () => {
  const sandbox = await aSandbox()
  const seen: JobSeen['via'][] = []
  const stop = sandbox.onJob(job => seen.push(job.via))
  await sandbox.create()
  await sandbox.control('POST', '/jobs', { vendor: 'retailgrid' })
  await sandbox.control('POST', '/stories/happy')
  stop()
  await sandbox.create()
  expect(seen).toEqual(['api', 'control', 'story'])
})

it('answers a wrong body with one sentence', async () => {
  const sandbox = await aSandbox()
  expect(await sandbox.control('PATCH', '/clock', { speed: -1 })).toMatchObject({
    status: 422,
    body: { detail: expect.stringMatching(/^speed: /) },
  })
  expect(await sandbox.control('PATCH', '/clock', 5)).toMatchObject({
    status: 422,
    body: { detail: expect.stringMatching(/^The body: /) },
  })
})

it('is on no port of the APIs', async () => {
  const sandbox = await aSandbox()
  for (const path of ['/clock', '/faults', '/requests', '/jobs']) expect((await sandbox.get(path)).status).toBe(404)
})

it.each(['merchantops', 'retailgrid', 'control'] as const)(
  '%s refuses a foreign Host and a foreign Origin, and answers no CORS header',
  async server => {
    const sandbox = await aSandbox()
    const { url } = sandbox.ready[server]
    const asked = (headers: Record<string, string>) => rawRequest(`${url}/openapi.json`, headers)
    expect((await asked({ host: 'evil.example' })).status).toBe(403)
    expect((await asked({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await asked({ origin: 'null' })).status).toBe(403)
    const fine = await asked({ host: `localhost:${new URL(url).port}`, ...bearer('x') })
    expect([fine.status !== 403, Object.keys(fine.headers).filter(name => name.startsWith('access-control'))]).toEqual([
      true,
      [],
    ])
  },
)

it('listens on loopback only', async () => {
  await expect(startSandbox({ host: '0.0.0.0' })).rejects.toThrow('loopback')
})
