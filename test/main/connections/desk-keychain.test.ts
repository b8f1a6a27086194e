import { describe, expect, it } from 'vitest'
import { aDesk } from '../../support/a-desk'
import { aForm, canaryKey } from '../../support/a-form'
import { keychainTwin } from '../../support/keychain-twin'
import { sendJson, serve } from '../../wire/server'

const aServer = () => serve((_request, response) => sendJson(response, 404, {}))

describe('a keychain that does not take the key', () => {
  it.each([
    ['locked', /keychain is locked.*kept until you quit/],
    ['absent', /no keychain.*kept until you quit/],
  ] as const)('is told when it is %s, and nothing is kept', async (state, message) => {
    const server = await aServer()
    const made = await aDesk({ keychain: keychainTwin(state) })
    expect(await made.desk.save(null, aForm({ baseUrl: server.origin }), false)).toEqual({
      ok: false,
      field: 'key',
      message: expect.stringMatching(message),
      canInsist: true,
    })
    expect([made.keychain.held.size, made.connections(), made.journal.connections.all()]).toEqual([0, [], []])
    expect(made.written()).not.toContain(canaryKey)
  })

  it.each(['locked', 'absent'] as const)(
    'lets the key be used until the end of the session by consent: %s',
    async state => {
      const server = await aServer()
      const { desk, keychain, db, journal, written } = await aDesk({ keychain: keychainTwin(state) })
      const answer = await desk.save(null, aForm({ baseUrl: server.origin }), true)
      expect(answer).toMatchObject({ ok: true, connection: { keyState: 'session-only' } })
      await desk.reader('c1')?.readStatus('x')
      expect(server.seen[1]?.headers.authorization).toBe(`Bearer ${canaryKey}`)
      expect(journal.connections.all()).toMatchObject([{ keySaved: false }])
      expect(written()).not.toContain(canaryKey)

      keychain.become('open')
      const later = await aDesk({ keychain, db })
      expect(later.only().keyState).toBe('no-key')
    },
  )
})

describe('what cannot be written down', () => {
  it('leaves no key behind in the keychain', async () => {
    const server = await aServer()
    const full = () => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    }
    const { desk, keychain, connections } = await aDesk({
      table: { choose: () => undefined, save: full, remove: full },
    })
    await expect(desk.save(null, aForm({ baseUrl: server.origin }), false)).rejects.toThrow(/full/)
    expect([keychain.held.size, connections().length]).toEqual([0, 0])
  })
})
