import fc from 'fast-check'
import { expect, it } from 'vitest'
import { awaitFirstLook } from '../../../src/renderer/jobs/first-looks'
import { applyDelta, mirrorOf } from '../../../src/renderer/state/mirror'
import { defaultSettings } from '../../../src/shared/settings'
import { aConnection, anUnseenJob, aWatchedJob } from '../../support/builders'
import { aSnapshot } from '../support/a-snapshot'

const unseen = (jobId: string, connectionId = 'c1') => anUnseenJob({ ref: { connectionId, jobId } })
const jobs = [unseen('a'), unseen('b'), unseen('c', 'c2'), aWatchedJob()]
const connections = [aConnection({ id: 'c1' }), aConnection({ id: 'c2' })]

it.each([
  ['all that nobody has looked at', {}, null, 3],
  ['those of one connection', {}, 'c2', 1],
  ['none while watching is paused', { settings: { ...defaultSettings, paused: true } }, null, 0],
  ['none of a connection that is paused', { connections: [aConnection({ id: 'c1', paused: true })] }, 'c1', 0],
])('jobs that wait for their first look are counted: %s', (_what, own, scope, many) => {
  expect(awaitFirstLook(mirrorOf(aSnapshot({ jobs, connections, ...own })), scope)).toBe(many)
})

const step = fc.record({
  jobs: fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), tried: fc.boolean() }), { maxLength: 3 }),
  forgotten: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }),
})

it('what is counted along with each delta is what going through all jobs would give', () => {
  fc.assert(
    fc.property(fc.array(step), steps => {
      let mirror = mirrorOf(aSnapshot({ version: 0, jobs, connections }))
      for (const { jobs: changed, forgotten } of steps) {
        const next = applyDelta(mirror, {
          version: mirror.version + 1,
          jobs: changed.map(({ id, tried }) => ({ ...unseen(id), triedAt: tried ? '2026-03-02T12:00:00.000Z' : null })),
          forgotten: forgotten.map(id => unseen(id).ref),
        })
        if (next.kind === 'next') mirror = next.mirror
        expect(awaitFirstLook(mirror, null)).toBe([...mirror.jobs.values()].filter(job => job.triedAt === null).length)
      }
      expect(mirror.version).toBe(steps.length)
    }),
  )
})
