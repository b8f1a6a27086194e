import { describe, expect, it } from 'vitest'
import type { Fault } from '../../../src/shared/fault'
import type { ConnectionView } from '../../../src/shared/snapshot'
import { anEngine } from '../../support/an-engine'
import { aConnection, anEndedJob, anUnseenJob, aWatchedJob } from '../../support/builders'

const since = '2026-03-02T12:00:00.000Z'
const offline: Fault = { kind: 'unreachable', cause: 'connect', reason: '', mayHaveArrived: false }
const ref = (jobId: string) => ({ connectionId: 'c1', jobId })

/** The list of a server that one job could not be asked of. */
const standingOf = async (jobId: string, own: Partial<ConnectionView>, paused = false) => {
  const tried = aWatchedJob({
    ref: ref('tried'),
    triedAt: '2026-03-02T12:30:00.000Z',
    fault: { fault: offline, since },
  })
  const over = aWatchedJob({ ref: ref('over'), job: anEndedJob() })
  const { ask, board } = await anEngine({ jobs: [tried, anUnseenJob({ ref: ref('unseen') }), over] })
  board.putConnection(aConnection(own))
  board.put({ settings: { ...board.settings(), paused } })
  return ask('jobs:read', ref(jobId))
}

describe('what stands in the way of a job', () => {
  it('that waits its turn at a server left alone is that server’s trouble', async () => {
    expect(await standingOf('unseen', { waitsUntil: since })).toMatchObject({
      value: { connectionFault: { fault: offline, since }, paused: false },
    })
  })

  it.each([
    ['that has ended is nothing', 'over', { waitsUntil: since }],
    ['at a server that is asked is its own alone', 'unseen', {}],
  ])('%s', async (_name, jobId, own) => {
    expect(await standingOf(jobId, own)).toMatchObject({ value: { connectionFault: null } })
  })

  it.each([
    ['its connection', { paused: true }, false],
    ['everything', {}, true],
  ])('is a pause of %s', async (_name, own, all) => {
    expect(await standingOf('unseen', own, all)).toMatchObject({ value: { paused: true } })
  })
})
