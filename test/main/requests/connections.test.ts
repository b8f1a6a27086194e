import { describe, expect, it } from 'vitest'
import { bearer } from '../../../src/shared/connection'
import { aForm } from '../../support/a-form'
import { anEngine, notFound, type Reply, wireIssue, wireJob } from '../../support/an-engine'
import { aConnection, anEndedJob, aWatchedJob } from '../../support/builders'
import { settle } from '../../support/fake-clock'

const { ref } = aWatchedJob()
const unauthorized: Reply = { kind: 'unauthorized', said: null }
const ended = anEndedJob({ outcome: 'failed', failed: 60 })

/** Answers for an organization: each has a job of this id, and none has the job of the proof. */
const byOrganization =
  (jobs: Readonly<Record<string, object>>) =>
  ({ url, headers }: { readonly url: string; readonly headers: Readonly<Record<string, string>> }): Reply => {
    const own = jobs[headers['x-organization-id'] ?? '']
    return own === undefined || !url.includes(ref.jobId) ? notFound : { json: wireJob(ref.jobId, own) }
  }

describe('another organization', () => {
  const start = () =>
    anEngine({
      connections: [aConnection({ organization: 'org_1' })],
      jobs: [aWatchedJob({ job: ended, endedSeenAt: '2026-03-02T11:00:00.000Z' })],
      reply: byOrganization({ org_2: { status: 'in_progress', processed_items: 7 } }),
    })

  it('does not inherit what was known of the jobs, and tells nothing as news', async () => {
    const { ask, board, clock, announced } = await start()
    expect(await ask('connections:save', 'c1', aForm({ organization: 'org_2', key: null }), false)).toMatchObject({
      value: { ok: true },
    })
    expect(board.job(ref)).toMatchObject({ job: null, seenAt: null, fault: null, endedSeenAt: null, gone: false })
    await clock.pass(1_000)
    expect(board.job(ref)?.job).toMatchObject({ processed: 7, epoch: 0, outcome: null })
    expect(announced).toEqual([])
  })

  it('does not show the details of the first one', async () => {
    const { ask, clock } = await anEngine({
      connections: [aConnection({ organization: 'org_1' })],
      jobs: [aWatchedJob()],
      reply: byOrganization({ org_1: { errors: [wireIssue] } }),
    })
    await clock.pass(0)
    expect(await ask('jobs:read-detail', ref)).toMatchObject({ value: { errors: [{ entityKey: 'SKU-1042' }] } })
    await ask('connections:save', 'c1', aForm({ organization: 'org_3', key: null }), false)
    expect(await ask('jobs:read-detail', ref)).toEqual({ ok: true, value: null })
  })

  it('keeps the jobs and when they were added', async () => {
    const { ask, board } = await start()
    await ask('connections:save', 'c1', aForm({ organization: '', key: null }), false)
    expect([...board.jobs()].map(watched => [watched.ref, watched.addedAt])).toEqual([[ref, aWatchedJob().addedAt]])
  })
})

describe('a connection that is only renamed or gets a key', () => {
  it.each([{ name: 'Production', key: null }, { key: 'sk-new-55aa66bb' }])(
    'keeps what is known of its jobs: %j',
    async own => {
      const { ask, board } = await anEngine({ jobs: [aWatchedJob({ job: ended })] })
      expect(await ask('connections:save', 'c1', aForm(own), false)).toMatchObject({ value: { ok: true } })
      expect(board.job(ref)?.job).toEqual(ended)
    },
  )
})

describe('a look that was under way', () => {
  /** The first look at the job is answered when the test says so; all else at once. */
  async function midLook() {
    let finish: (reply: Reply) => void = () => undefined
    let looks = 0
    const made = await anEngine({
      connections: [aConnection({ organization: 'org_1' })],
      jobs: [aWatchedJob()],
      reply(request) {
        if (!request.url.includes(ref.jobId)) return notFound
        looks += 1
        if (looks > 1) return { json: wireJob(ref.jobId, { processed_items: 77 }) }
        return new Promise<Reply>(resolve => {
          finish = resolve
        })
      },
    })
    await made.clock.pass(0)
    return { ...made, finish: (reply: Reply) => finish(reply) }
  }

  it('with the old key does not refuse the new one', async () => {
    const { ask, board, clock, finish, announced } = await midLook()
    await ask('connections:save', 'c1', aForm({ organization: 'org_1', key: 'sk-new-55aa66bb' }), false)
    finish(unauthorized)
    await clock.pass(1_000)
    expect(board.connection('c1')?.fault).toBeNull()
    expect(board.job(ref)?.job?.processed).toBe(77)
    expect(announced).toEqual([])
  })

  it('in the old organization says nothing about the job of the new one', async () => {
    const { ask, board, finish } = await midLook()
    await ask('connections:save', 'c1', aForm({ organization: 'org_2', key: null }), false)
    finish({ json: wireJob(ref.jobId, { status: 'failed' }) })
    await settle()
    expect(board.job(ref)?.job?.status ?? null).not.toBe('failed')
  })
})

describe('a refused key', () => {
  it('stops the jobs of its connection until a good one is saved', async () => {
    let key = 'bad'
    const { ask, board, clock, requests, announced } = await anEngine({
      jobs: [aWatchedJob()],
      reply: ({ headers, url }) => {
        if (headers.authorization !== `Bearer ${key}`) return unauthorized
        return url.includes(ref.jobId) ? { json: wireJob(ref.jobId, { processed_items: 77 }) } : notFound
      },
    })
    await clock.pass(60_000)
    expect(board.connection('c1')?.fault?.fault.kind).toBe('unauthorized')
    expect([requests.length, announced.map(notice => notice.kind)]).toEqual([1, ['connection']])
    key = 'sk-new-55aa66bb'
    await ask('connections:save', 'c1', aForm({ key }), false)
    await clock.pass(1_000)
    expect([board.connection('c1')?.fault, board.job(ref)?.job?.processed]).toEqual([null, 77])
  })
})

describe('removing a connection', () => {
  it('takes its jobs along and stops looking at them', async () => {
    const { ask, board, journal, clock, requests } = await anEngine({ jobs: [aWatchedJob()] })
    expect(await ask('connections:remove', 'c1')).toEqual({ ok: true, value: null })
    const asked = requests.length
    await clock.pass(60_000)
    expect([board.parts().connections, [...board.jobs()], journal.jobs.all(), requests.length]).toEqual([
      [],
      [],
      [],
      asked,
    ])
  })

  it('that cannot be written down leaves everything in its place', async () => {
    const { ask, board, db } = await anEngine({ jobs: [aWatchedJob()] })
    db.exec(`CREATE TRIGGER no_room BEFORE DELETE ON connections BEGIN SELECT RAISE(ABORT, 'disk is full'); END`)
    expect(await ask('connections:remove', 'c1')).toMatchObject({
      ok: false,
      message: expect.stringMatching(/disk is full/),
    })
    expect([board.parts().connections.length, [...board.jobs()].length]).toEqual([1, 1])
  })

  it('of an unknown id changes nothing', async () => {
    const { ask, board } = await anEngine({ jobs: [aWatchedJob()] })
    await ask('connections:remove', 'nobody')
    expect([board.parts().connections.length, [...board.jobs()].length]).toEqual([1, 1])
  })
})

it('a connection may be looked through and saved at the same time by window and command line', async () => {
  const { ask, board } = await anEngine()
  const form = aForm({ name: 'Twin', keySending: bearer })
  const answers = await Promise.all([
    ask('connections:save', null, form, false),
    ask('connections:save', null, form, false),
  ])
  expect(answers.map(answer => answer.ok)).toEqual([true, true])
  expect(board.parts().connections.map(connection => connection.name)).toEqual(['Outfitters', 'Twin'])
})
