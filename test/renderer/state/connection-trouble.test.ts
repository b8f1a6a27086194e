import { expect, test } from 'vitest'
import { troubledCount, troubleOf } from '../../../src/renderer/state/connection-trouble'
import { mirrorOf } from '../../../src/renderer/state/mirror'
import type { StandingFault } from '../../../src/shared/fault'
import { defaultSettings } from '../../../src/shared/settings'
import type { ConnectionView } from '../../../src/shared/snapshot'
import { aConnection, aWatchedJob } from '../../support/builders'
import { aSnapshot } from '../support/a-snapshot'

const since = '2026-03-02T12:00:00.000Z'
const offline: StandingFault = {
  fault: { kind: 'unreachable', cause: 'connect', reason: '', mayHaveArrived: false },
  since,
}
const refused: StandingFault = { fault: { kind: 'unauthorized', said: null }, since }
const readOnly: StandingFault = { fault: { kind: 'forbidden', permission: null, said: null }, since }

const withConnection = (own: Partial<ConnectionView>, jobFault: StandingFault | null, paused = false) =>
  mirrorOf(
    aSnapshot({
      connections: [aConnection({ fault: null, ...own })],
      jobs: [aWatchedJob({ fault: jobFault })],
      settings: { ...defaultSettings, paused },
    }),
  )

test('an outage of the server is trouble of the connection, also where its key only reads', () => {
  const mirror = withConnection({ writeFault: readOnly }, offline)
  expect(troubleOf(mirror, 'c1')).toEqual(offline)
  expect(troubledCount(mirror)).toBe(1)
})

test('the connection’s own fault comes first', () => {
  expect(troubleOf(withConnection({ fault: refused }, offline), 'c1')).toEqual(refused)
})

test('a key that only reads is no trouble, nor is one job that is not found', () => {
  expect(troubledCount(withConnection({ writeFault: readOnly }, null))).toBe(0)
  expect(troubledCount(withConnection({}, { fault: { kind: 'not-found', said: null }, since }))).toBe(0)
})

test('while watching is paused the last answer of the server is old', () => {
  expect(troubleOf(withConnection({ paused: true }, offline), 'c1')).toBeNull()
  expect(troubleOf(withConnection({}, offline, true), 'c1')).toBeNull()
})
