import { describe, expect, it } from 'vitest'
import type { HttpRequest } from '../../../src/main/apis/jobs-api'
import { anEngine, type Reply, wireJob } from '../../support/an-engine'
import { aConnection, aWatchedJob } from '../../support/builders'

const { ref } = aWatchedJob()
const id = '00000000-0000-4000-8000-000000000001'
const anOrder = (input: object, own: object = {}) => ({
  id,
  connectionId: 'c1',
  content: { kind: 'progress', jobId: ref.jobId, input },
  form: null,
  ...own,
})
const posted = (requests: readonly HttpRequest[]) =>
  requests.filter(request => request.method === 'POST').map(({ url, body }) => [new URL(url).pathname, body])
const taken = (request: HttpRequest): Reply => ({
  json: wireJob(ref.jobId, request.method === 'POST' ? { metadata: { stage: 'uploading' } } : {}),
})

describe('the window and the command line', () => {
  it('have a report sent, with the job shown at once as the reply has it', async () => {
    const { ask, board, requests, clock } = await anEngine({ jobs: [aWatchedJob()], reply: taken })
    expect(await ask('posts:put', anOrder({ stage: 'uploading' }), 'send')).toMatchObject({ ok: true })
    const settled = ask('posts:settled', id, 60_000)
    await clock.pass(0)
    expect(await settled).toMatchObject({ value: { state: 'sent', after: { stage: 'uploading' } } })
    expect(posted(requests)).toEqual([[`/api/jobs/${ref.jobId}/progress`, '{"stage":"uploading"}']])
    expect(board.job(ref)?.job?.stage).toBe('uploading')
    await clock.pass(100)
    expect(board.snapshot().posts).toMatchObject([{ id, state: 'sent' }])
  })

  it('have a job created, which is watched from then on', async () => {
    const reply = ({ url }: HttpRequest): Reply => ({ json: wireJob(new URL(url).pathname.split('/')[3] || 'crawl-7') })
    const { ask, board, requests, clock } = await anEngine({ reply })
    const content = { kind: 'create', input: { jobType: 'crawl', totalItems: 0 } }
    await ask('posts:put', anOrder({}, { content }), 'send')
    await clock.pass(0)
    expect(posted(requests)).toEqual([['/api/jobs/', '{"job_type":"crawl","total_items":0}']])
    expect(board.job({ connectionId: 'c1', jobId: 'crawl-7' })?.origin).toBe('created')
    const before = requests.length
    await clock.pass(10_000)
    expect(requests.length).toBeGreaterThan(before)
  })

  it.each<[string, object]>([
    ['a field too many', anOrder({ markStarted: true })],
    ['null where nothing was touched', anOrder({ stage: null })],
    ['a list for metadata', anOrder({ metadataPatch: [] })],
    ['an id that is no UUID', anOrder({ stage: 'a' }, { id: 'one' })],
    ['an unknown kind', anOrder({}, { content: { kind: 'cancel', jobId: 'x' } })],
  ])('are refused before any handler runs: %s', async (_name, order) => {
    const { ask, requests, clock } = await anEngine({ jobs: [aWatchedJob()], reply: taken })
    expect(await ask('posts:put', order, 'send')).toEqual({
      ok: false,
      message: 'The request posts:put is not well formed.',
    })
    await clock.pass(1_000)
    expect(posted(requests)).toEqual([])
  })

  it('are told in a sentence what cannot be', async () => {
    const connections = [aConnection(), aConnection({ id: 'c2', name: 'Grid', vendor: 'retailgrid' })]
    const { ask } = await anEngine({ connections })
    const order = anOrder({ stage: 'a' })
    expect(await ask('posts:put', { ...order, connectionId: 'c2' }, 'send')).toEqual({
      ok: false,
      message: 'This API takes no jobs and no reports.',
    })
    expect(await ask('posts:put', { ...order, connectionId: 'c9' }, 'keep')).toMatchObject({ ok: false })
    expect(await ask('posts:act', id, 'drop')).toEqual({ ok: false, message: 'This post is not there any more.' })
    expect(await ask('runs:change', { kind: 'stop', id: 'x' })).toMatchObject({ ok: false })
  })

  it('see exactly what would be sent, and nothing is', async () => {
    const { ask, requests, clock, board } = await anEngine({ jobs: [aWatchedJob()], reply: taken })
    const answered = await ask('posts:preview', anOrder({ processedItems: 0 }))
    expect(answered).toMatchObject({
      value: { request: { body: '{"processed_items":0}' }, cautions: ['not-created-here', 'fewer-than-before'] },
    })
    expect(JSON.stringify(answered)).not.toContain('key-of-c1')
    await clock.pass(1_000)
    expect(posted(requests)).toEqual([])
    expect(board.snapshot().posts).toEqual([])
  })

  it('keep templates', async () => {
    const { ask, board } = await anEngine()
    const templates = [{ name: 'Nightly crawl', input: { jobType: 'crawl', totalItems: 0, metadata: { feed: 'a' } } }]
    expect(await ask('templates:save', templates)).toMatchObject({ ok: true })
    expect(board.snapshot().templates).toEqual(templates)
  })

  it('read one job with what stands in its connection’s way', async () => {
    const { ask } = await anEngine({ jobs: [aWatchedJob()] })
    expect(await ask('jobs:read', ref)).toMatchObject({ value: { watched: { ref }, connectionFault: null } })
    expect(await ask('jobs:read', { ...ref, jobId: 'x' })).toMatchObject({ value: { watched: null } })
  })
})
