import { describe, expect, it } from 'vitest'
import { connections, type Health, type ListedConnection } from '../../src/cli/connections'
import type { ConnectionView, WatchedJob } from '../../src/shared/snapshot'
import { aCommandLine } from '../support/a-command-line'
import { aConnection, aWatchedJob } from '../support/builders'

const since = '2026-03-02T12:00:00.000Z'
const offline = {
  fault: { kind: 'unreachable', cause: 'connect', reason: '', mayHaveArrived: false },
  since,
} as const
const refused = { fault: { kind: 'unauthorized', said: null }, since } as const
const readOnly = { fault: { kind: 'forbidden', permission: 'job:create', said: null }, since } as const

async function listed(own: Partial<ConnectionView>, jobs: readonly WatchedJob[] = [aWatchedJob()]) {
  const { ask, out, printed } = await aCommandLine({}, jobs, [aConnection(own)])
  await connections(ask, out, true)
  const [first]: readonly ListedConnection[] = JSON.parse(printed.join(''))
  return first
}

describe('connections', () => {
  it.each<[Health, Partial<ConnectionView>, WatchedJob | null, RegExp | null]>([
    ['ok', { requestsLastHour: 12 }, null, null],
    ['quiet', {}, null, null],
    [
      'not-tried',
      { unproved: true, requestsLastHour: 1 },
      null,
      /^Not tried yet: .* jobtray doctor Outfitters tries it\.$/,
    ],
    ['not-tried', { unproved: true, writeFault: readOnly }, null, /^Not tried yet/],
    ['ok', { unproved: false, requestsLastHour: 1 }, null, null],
    ['paused', { unproved: true, paused: true }, null, /^jobtray resume/],
    ['trouble', { unproved: true, keyState: 'no-key' }, null, /no key/],
    ['paused', { paused: true, requestsLastHour: 12 }, null, /^jobtray resume Outfitters /],
    ['trouble', { fault: refused, paused: true }, null, /^The key was refused/],
    ['trouble', { keyState: 'locked' }, null, /^The keychain is locked/],
    ['trouble', { requestsLastHour: 12 }, aWatchedJob({ fault: offline }), /does not accept connections/],
    ['waiting', { waitsUntil: since }, aWatchedJob({ fault: offline }), /connections\..* before \d\d:\d\d:\d\d\.$/],
    ['waiting', { waitsUntil: since }, null, /^The server is left alone\. Nothing is asked before [\d:]{8}\.$/],
    ['reads-only', { writeFault: readOnly, requestsLastHour: 12 }, null, /job:create/],
  ])('says that one is %s: %j', async (health, own, job, message) => {
    const found = await listed(own, job === null ? [] : [job])
    expect(found?.health).toBe(health)
    if (message === null) expect(found?.message).toBeNull()
    else expect(found?.message).toMatch(message)
  })

  it('gives scripts exactly what was promised, and no key', async () => {
    expect(await listed({ requestsLastHour: 1_204 })).toEqual({
      name: 'Outfitters',
      vendor: 'merchantops',
      baseUrl: 'https://api.example.com',
      organization: null,
      keyState: 'has-key',
      health: 'ok',
      message: null,
      paused: false,
      requestsLastHour: 1_204,
      waitsUntil: null,
      jobs: 1,
    })
  })

  it('is one line each for a person, or says how to make one', async () => {
    const { ask, out, printed } = await aCommandLine({}, [], [aConnection({ requestsLastHour: 1_204 })])
    await connections(ask, out, false)
    expect(printed.join('').split('\n')).toEqual([
      'CONNECTION  VENDOR       HEALTH  KEY          REQUESTS/H  JOBS',
      'Outfitters  merchantops  ok      in keychain  1,204       0',
    ])
    const none = await aCommandLine({}, [], [])
    await connections(none.ask, none.out, false)
    expect(none.printed).toEqual(['There are no connections. Make one with jobtray connect.'])
  })
})
