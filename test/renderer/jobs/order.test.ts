import { expect, test } from 'vitest'
import { arrange, sameLines } from '../../../src/renderer/jobs/arrange'
import { heirOf } from '../../../src/renderer/jobs/forget-rows'
import { orderOf } from '../../../src/renderer/jobs/order'
import { applyDelta, type Mirror, mirrorOf } from '../../../src/renderer/state/mirror'
import type { Delta } from '../../../src/shared/snapshot'
import { aConnection, aJob, aNotice, anEndedJob, aWatchedJob } from '../../support/builders'
import { aSnapshot } from '../support/a-snapshot'

const ref = (jobId: string, connectionId = 'c1') => ({ connectionId, jobId })
const standing = { sort: 'standing', grouped: true } as const
const failures = { sort: 'failures', grouped: true } as const
const all = { filter: '', scope: null }

function after(mirror: Mirror, change: Omit<Delta, 'version'>): Mirror {
  const step = applyDelta(mirror, { ...change, version: mirror.version + 1 })
  if (step.kind !== 'next') throw new Error(step.kind)
  return step.mirror
}

const failing = (jobId: string, failed: number) => aWatchedJob({ ref: ref(jobId), job: aJob({ failed }) })
const first = mirrorOf(aSnapshot({ connections: [aConnection()], jobs: [failing('a', 1), failing('b', 2)] }))

test('progress alone makes no new order by state, and one by failures follows it', () => {
  const moved = after(first, { jobs: [failing('a', 9)] })
  const before = orderOf(first, standing, null)
  expect(orderOf(moved, standing, before)).toBe(before)
  const byFailures = orderOf(first, failures, null)
  expect(byFailures.keys.active).toEqual(['c1/b', 'c1/a'])
  expect(orderOf(moved, failures, byFailures).keys.active).toEqual(['c1/a', 'c1/b'])
})

test('an order made from the one before is the same as one made afresh', () => {
  const ended = aWatchedJob({ ref: ref('b'), job: anEndedJob(), endedSeenAt: '2026-03-02T13:00:00.000Z' })
  const changed = after(first, { jobs: [ended, failing('c', 5)], forgotten: [ref('a')] })
  const from = orderOf(first, standing, null)
  expect(orderOf(changed, standing, from)).toEqual(orderOf(changed, standing, null))
  expect(orderOf(changed, standing, from).keys).toMatchObject({ active: ['c1/c'], recent: ['c1/b'] })
})

test('lines are the same only when each is', () => {
  const lines = arrange(first, { ...all, ...standing })
  expect(sameLines(lines, arrange(first, { ...all, ...standing }))).toBe(true)
  expect(sameLines(lines, arrange(first, { ...all, ...failures }))).toBe(false)
})

test('endings are in order by our own clock, however wrong a server’s is', () => {
  const ended = (jobId: string, connectionId: string, completedAt: string) =>
    aWatchedJob({
      ref: ref(jobId, connectionId),
      job: anEndedJob({ completedAt }),
      endedSeenAt: '2026-03-02T15:00:00.000Z',
    })
  const mirror = mirrorOf(
    aSnapshot({
      connections: [aConnection(), aConnection({ id: 'c2', clockAheadMs: 3_600_000 })],
      jobs: [ended('later', 'c1', '2026-03-02T12:30:00.000Z'), ended('fast', 'c2', '2026-03-02T13:00:00.000Z')],
    }),
  )
  expect(arrange(mirror, { ...all, ...standing }).keys).toEqual(['c1/later', 'c2/fast'])
})

test.each([
  ['b', ['b'], 'c'],
  ['c', ['c'], 'b'],
  ['b', ['b', 'c'], 'a'],
  ['a', ['a', 'b', 'c'], null],
])('of a, b, c the keyboard at %s goes on, when %j go, to %s', (at, gone, heir) => {
  expect(heirOf(['a', 'b', 'c'], at, new Set(gone))).toBe(heir)
})

const unseen = aNotice({ ref: ref('bad'), outcome: 'failed', seen: false })
const mixed = (pinned: boolean) =>
  mirrorOf(
    aSnapshot({
      connections: [aConnection()],
      notices: [unseen],
      jobs: [
        aWatchedJob({ ref: ref('on') }),
        aWatchedJob({ ref: ref('bad'), job: anEndedJob({ outcome: 'failed' }), pinned }),
        aWatchedJob({ ref: ref('over'), job: anEndedJob(), pinned }),
      ],
    }),
  )

test('pinned jobs stand above all else, in a group of their own, what needs attention before what is over', () => {
  const { lines } = arrange(mixed(true), { ...all, ...standing })
  expect(lines.map(line => (line.kind === 'heading' ? line.group : line.key))).toEqual([
    'pinned',
    'c1/bad',
    'c1/over',
    'active',
    'c1/on',
  ])
})

test.each([
  ['by state, in groups', { sort: 'standing', grouped: true }],
  ['by state, in one list', { sort: 'standing', grouped: false }],
  ['by name, in one list', { sort: 'name', grouped: false }],
] as const)('what needs attention is counted and found: %s', (_how, view) => {
  const arranged = arrange(mixed(false), { ...all, ...view })
  expect(arranged.attention).toEqual({ count: 1, first: 'c1/bad' })
  const none = arrange(mixed(false), { ...all, ...view, filter: 'id:over' })
  expect(none.attention).toBeNull()
  expect(sameLines(arranged, { ...arranged, attention: null })).toBe(false)
})
