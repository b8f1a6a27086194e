import { describe, expect, it } from 'vitest'
import { aSandbox, bearer, type TestSandbox } from '../support/a-sandbox'

type Operation = (
  sandbox: TestSandbox,
  jobId: string,
  headers: Record<string, string>,
) => ReturnType<TestSandbox['get']>

const read: Operation = (sandbox, jobId, headers) => sandbox.get(`/api/jobs/${jobId}`, headers)
const readStatus: Operation = (sandbox, jobId, headers) => sandbox.get(`/api/jobs/${jobId}/status`, headers)
const create: Operation = (sandbox, _jobId, headers) =>
  sandbox.post('/api/jobs/', { job_type: 'crawl', total_items: 1 }, headers)
const report: Operation = (sandbox, jobId, headers) => sandbox.post(`/api/jobs/${jobId}/progress`, {}, headers)

const operations = [
  ['get job', read, 200],
  ['get status', readStatus, 200],
  ['create job', create, 201],
  ['report progress', report, 200],
] as const

describe.each(operations)('%s', (name, operation, success) => {
  const reads = name.startsWith('get')

  it('answers 401 without a key, with a wrong one and with a wrong session, in one sentence', async () => {
    const sandbox = await aSandbox()
    const jobId = await sandbox.create()
    for (const headers of [{}, bearer('nobody'), { authorization: '' }, { cookie: 'stytch_session=nobody' }]) {
      const answer = await operation(sandbox, jobId, headers)
      expect([answer.status, typeof answer.body.detail]).toEqual([401, 'string'])
    }
  })

  it('takes the key with and without Bearer, and the session cookie', async () => {
    const sandbox = await aSandbox()
    const { keys, session } = sandbox.ready.merchantops
    const jobId = await sandbox.create()
    const ways = [
      { authorization: keys.full },
      { authorization: `bearer ${keys.full}` },
      { cookie: `a=b; stytch_session=${session}` },
    ]
    for (const headers of ways) expect((await operation(sandbox, jobId, headers)).status).toBe(success)
  })

  it('asks a header before the cookie', async () => {
    const sandbox = await aSandbox()
    const headers = { ...bearer('nobody'), cookie: `stytch_session=${sandbox.ready.merchantops.session}` }
    expect((await operation(sandbox, await sandbox.create(), headers)).status).toBe(401)
  })

  it(`answers 403 to a key without ${reads ? 'job:read' : 'job:create'}`, async () => {
    const sandbox = await aSandbox()
    const { keys } = sandbox.ready.merchantops
    const answer = await operation(sandbox, await sandbox.create(), bearer(reads ? keys.create : keys.read))
    expect(answer).toMatchObject({
      status: 403,
      body: { detail: `Missing permission: ${reads ? 'job:read' : 'job:create'}` },
    })
  })

  it('answers 403 for an organization that is not the caller’s, and takes the caller’s own', async () => {
    const sandbox = await aSandbox()
    const { keys, organization } = sandbox.ready.merchantops
    const jobId = await sandbox.create()
    const inOrganization = (id: string) => operation(sandbox, jobId, { ...bearer(keys.full), 'x-organization-id': id })
    expect((await inOrganization('org_elsewhere')).status).toBe(403)
    expect((await inOrganization(organization)).status).toBe(success)
  })
})

it.each(operations.filter(([name]) => name !== 'create job'))(
  '%s answers 404 for a job of another organization, as for one that is not there',
  async (_name, operation) => {
    const sandbox = await aSandbox()
    const stranger = bearer(sandbox.ready.merchantops.keys.otherOrganization)
    const theirs = await operation(sandbox, await sandbox.create(), stranger)
    const nobodys = await operation(sandbox, 'enrichment-000000000000', stranger)
    expect(theirs).toMatchObject({ status: 404, body: { detail: 'Job not found' } })
    expect(nobodys.body).toEqual(theirs.body)
  },
)
