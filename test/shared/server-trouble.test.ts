import { describe, expect, it } from 'vitest'
import type { Fault } from '../../src/shared/fault'
import { serverTroubles } from '../../src/shared/server-trouble'
import type { WatchedJob } from '../../src/shared/snapshot'
import { aWatchedJob } from '../support/builders'

const since = '2026-03-02T12:00:00.000Z'
const offline: Fault = { kind: 'unreachable', cause: 'connect', reason: '', mayHaveArrived: false }
const tried = (triedAt: string | null, fault: Fault | null, connectionId = 'c1'): WatchedJob =>
  aWatchedJob({ ref: { connectionId, jobId: triedAt ?? 'never' }, triedAt, fault: fault && { fault, since } })

describe('the trouble of a server', () => {
  it('is what the last look at any job of its connection came back with', () => {
    const jobs = [tried('2026-03-02T12:01', null), tried('2026-03-02T12:02', offline), tried(null, null)]
    expect([...serverTroubles(jobs)]).toEqual([['c1', { fault: offline, since }]])
    expect([...serverTroubles(jobs.toReversed())]).toHaveLength(1)
  })

  it('is over with the first good answer, and is no other connection’s', () => {
    const jobs = [
      tried('2026-03-02T12:01', offline),
      tried('2026-03-02T12:02', null),
      tried('2026-03-02T12:03', null, 'c2'),
    ]
    expect([...serverTroubles(jobs)]).toEqual([])
  })

  it('is not what is wrong with one job alone', () => {
    expect([...serverTroubles([tried('2026-03-02T12:01', { kind: 'not-found', said: null })])]).toEqual([])
  })
})
