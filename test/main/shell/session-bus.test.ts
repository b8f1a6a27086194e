import { mkdtempSync, rmSync } from 'node:fs'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { askSessionBus, trayHostAnswers } from '../../../src/main/shell/session-bus'
import { aListener } from '../../support/a-listener'

const question = { destination: 'a.b', path: '/a', interface: 'a.b', member: 'C' }
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jobtray-bus-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

/** A bus that takes callers and does `greet` to them. */
async function aBus(greet: (socket: Socket) => void): Promise<void> {
  const path = join(folder, 'bus')
  await aListener(path, greet)
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', `unix:path=${path}`)
}

describe('a question to the session bus', () => {
  it.each(['', 'nonsense', 'unix:path=/nowhere/at/all', 'tcp:host=127.0.0.1,port=1', 'unix:tmpdir=/tmp'])(
    'has no answer when the address is %j',
    async address => {
      vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', address)
      expect(await askSessionBus(question, 5_000)).toBeNull()
    },
  )

  it('has no answer when there is no address', async () => {
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', undefined)
    expect([await askSessionBus(question, 5_000), await trayHostAnswers(5_000)]).toEqual([null, false])
  })

  it('is given up after its time on a bus that says nothing', async () => {
    await aBus(() => undefined)
    expect(await askSessionBus(question, 50)).toBeNull()
  })

  it.each([
    ['hangs up', (socket: Socket) => void socket.destroy()],
    ['ends the talk', (socket: Socket) => void socket.end()],
    ['refuses the caller', (socket: Socket) => void socket.write('REJECTED EXTERNAL\r\n')],
    ['talks something else', (socket: Socket) => void socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ])('has no answer from a bus that %s', async (_name, greet) => {
    await aBus(greet)
    expect(await askSessionBus(question, 100)).toBeNull()
  })
})
