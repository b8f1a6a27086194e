import { expect, it } from 'vitest'
import { aForm, canaryKey } from '../../support/a-form'
import { anEngine } from '../../support/an-engine'

it.each([
  ['a line break', `${canaryKey}\nX-Evil: 1`],
  ['a CRLF', `${canaryKey}\r\nX-Evil: 1`],
  ['a NUL', `${canaryKey}\u0000`],
  ['an accent', `${canaryKey}é`],
  ['the euro sign', `${canaryKey}€`],
  ['an emoji', `${canaryKey}😀`],
  ['a blank within', `${canaryKey} ${canaryKey}`],
])(
  'a key with %s is refused at its field in words of ours, is kept nowhere and sent nowhere (fault 57)',
  async (_what, key) => {
    const { ask, board, keychain, requests, troubles } = await anEngine({ connections: [] })
    for (const insist of [false, true]) {
      const answer = await ask('connections:save', null, aForm({ key }), insist)
      expect(answer).toMatchObject({ ok: true, value: { ok: false, field: 'key', canInsist: false } })
      expect(JSON.stringify([answer, troubles])).not.toContain(canaryKey)
    }
    expect([board.parts().connections, keychain.held.size, requests]).toEqual([[], 0, []])
  },
)

it('a key that was pasted with blanks and a line break around it is taken without them (fault 57)', async () => {
  const { ask, keychain, requests } = await anEngine({ connections: [] })
  await ask('connections:save', null, aForm({ key: ` \t${canaryKey}\r\n` }), false)
  expect([...keychain.held.values()]).toEqual([canaryKey])
  expect(requests[0]?.headers.authorization).toBe(`Bearer ${canaryKey}`)
})
