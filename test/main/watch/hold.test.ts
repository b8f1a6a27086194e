import { describe, expect, it } from 'vitest'
import { gate, holdEnds, mostHeldMs, patienceMs } from '../../../src/main/watch/hold'
import { familyOf } from '../../../src/shared/family'
import type { Outcome } from '../../../src/shared/job'
import type { WatchedJob } from '../../../src/shared/snapshot'
import { among, aParent, refOf } from '../../support/a-family'
import { aJob, anEndedJob, anUnseenJob, aWatchedJob } from '../../support/builders'

const noon = '2026-03-02T12:00:00.000Z'
const at = new Date(noon)
const ended = (outcome: Outcome, epoch = 0) => ({ kind: 'ended', outcome, epoch }) as const
const running = aWatchedJob()
const over = (own = {}) => aWatchedJob({ job: anEndedJob(), ...own })

describe('the gate', () => {
  it.each<[Outcome, boolean]>([
    ['succeeded', true],
    ['warned', true],
    ['partial', false],
    ['failed', false],
    ['cancelled', false],
    ['unknown', false],
  ])('of an ending as %s: holds it back is %s, for bad news does not wait', (outcome, held) => {
    const after = over({ job: anEndedJob({ outcome }) })
    const gated = gate(running, after, [ended(outcome)], true, at)
    expect([gated.after.heldSince ?? null, gated.changes.length]).toEqual(held ? [noon, 0] : [null, 1])
  })

  it('is open to everything when nobody waits, and changes nothing', () => {
    const after = over()
    expect(gate(running, after, [ended('succeeded')], false, at)).toEqual({
      after,
      changes: [ended('succeeded')],
      overtaken: null,
    })
  })

  it('tells a held ending that the server makes worse as it is now, and a better one once', () => {
    const held = over({ heldSince: noon })
    const worse = gate(
      held,
      over({ heldSince: noon, job: anEndedJob({ outcome: 'failed' }) }),
      [ended('failed')],
      true,
      at,
    )
    expect([worse.after.heldSince, worse.changes]).toEqual([null, [ended('failed')]])
    const warned = gate(held, { ...held, job: anEndedJob({ outcome: 'warned' }) }, [ended('warned')], true, new Date(0))
    expect([warned.after.heldSince, warned.changes]).toEqual([noon, []])
  })

  it('tells a held ending before the job runs again', () => {
    const held = over({ heldSince: noon })
    const again = { ...held, job: aJob({ epoch: 1 }) }
    expect(gate(held, again, [{ kind: 'reopened', epoch: 1 }], false, at)).toMatchObject({
      after: { heldSince: null },
      overtaken: held,
    })
  })

  it('keeps a hold through looks in which nothing ends', () => {
    const held = over({ heldSince: noon })
    expect(gate(held, held, [], true, new Date(0))).toEqual({ after: held, changes: [], overtaken: null })
  })
})

describe('a hold', () => {
  const later = (ms: number) => Date.parse(noon) + ms
  const endOf = (child: WatchedJob, heldSince = noon, faultSince: string | null = null, now = later(0)) => {
    const root = aParent('a', ['b'], { job: anEndedJob(), heldSince })
    return holdEnds(heldSince, familyOf(root, among([root, child])), faultSince, now)
  }
  const child = (own: Partial<WatchedJob> = {}) => aWatchedJob({ ref: refOf('b'), addedAt: noon, ...own })

  it('lasts while its family moves, a day at most', () => {
    expect(endOf(child())).toBe(later(mostHeldMs))
  })

  it.each<[string, WatchedJob]>([
    ['has ended', child({ job: anEndedJob() })],
    ['is gone', child({ gone: true })],
  ])('is over at once when what it waits for %s', (_name, own) => {
    expect(endOf(own)).toBe(0)
  })

  const fault = { fault: { kind: 'not-found', said: null }, since: noon } as const
  it.each<[string, WatchedJob]>([
    ['has stalled', child({ stalledSince: noon })],
    ['cannot be seen', child({ fault })],
    ['was never seen', anUnseenJob({ ref: refOf('b'), addedAt: noon })],
  ])('lasts ten minutes more when what it waits for %s', (_name, own) => {
    expect(endOf(own)).toBe(later(patienceMs))
  })

  it('lasts ten minutes more when the whole connection is out', () => {
    expect(endOf(child(), noon, noon)).toBe(later(patienceMs))
  })

  it('counts the ten minutes from its own beginning, when the other had stalled before', () => {
    expect(endOf(child({ stalledSince: new Date(later(-patienceMs)).toISOString() }))).toBe(later(patienceMs))
  })

  it('of a clock that was wrong is over at once', () => {
    expect(endOf(child(), '2040-01-01T00:00:00.000Z')).toBe(0)
  })
})
