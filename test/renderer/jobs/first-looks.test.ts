import { expect, it } from 'vitest'
import { awaitFirstLook } from '../../../src/renderer/jobs/first-looks'
import { mirrorOf } from '../../../src/renderer/state/mirror'
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
