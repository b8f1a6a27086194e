import { expect, it } from 'vitest'
import { timeIsOver } from '../../src/cli/time-is-over'
import { familyOf } from '../../src/shared/family'
import type { StandingFault } from '../../src/shared/fault'
import type { WatchedJob } from '../../src/shared/snapshot'
import { among, aParent, refOf } from '../support/a-family'
import { aJob, anEndedJob, aWatchedJob } from '../support/builders'

const since = '2026-03-02T12:00:00.000Z'
const offline: StandingFault = {
  fault: { kind: 'unreachable', cause: 'connect', reason: '', mayHaveArrived: false },
  since,
}

/** What is said of a job that has ended and set off another one. */
const saidOf = (child: Partial<WatchedJob>) => {
  const parent = aParent('a', ['b'], { job: anEndedJob() })
  const family = familyOf(parent, among([parent, aWatchedJob({ ref: refOf('b'), ...child })]))
  return timeIsOver({ watched: parent, connectionFault: null, paused: false }, family, 'Line.')
}

it('of a family says when the job that cannot be seen was last seen, and why it cannot', () => {
  expect(saidOf({ job: aJob(), fault: offline, seenAt: since })).toBe(
    `The time is over. When it was last seen, at ${since}, the linked job b had not ended: Enrichment · 40 %. The server does not accept connections. Check the address, or wait until it is back.`,
  )
  expect(saidOf({ job: null, fault: offline, seenAt: null })).toMatch(/The linked job b was never seen, so nobody/)
})

it('of a family that is seen says that it has not ended', () => {
  expect(saidOf({ job: aJob() })).toBe('The time is over; the job and its linked jobs have not ended. Line.')
})
