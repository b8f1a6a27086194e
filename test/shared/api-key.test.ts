import { validateHeaderValue } from 'node:http'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkKey } from '../../src/shared/api-key'

const secret = 'sk-live-4f9a'

describe('an API key (fault 57)', () => {
  it.each([
    ['', /Enter the API key/],
    ['   ', /Enter the API key/],
    ['\r\n', /Enter the API key/],
    [`${secret}\n${secret}`, /line break/],
    [`${secret}\r\n${secret}`, /line break/],
    [`${secret}\r${secret}`, /line break/],
    [`${secret} ${secret}`, /blank/],
    [`${secret}\t${secret}`, /blank/],
    [`${secret}\u00a0${secret}`, /blank/],
    [`${secret}\u2028${secret}`, /blank/],
    [`${secret}\u0000`, /character that no key has/],
    [`${secret}é`, /character that no key has/],
    [`${secret}€`, /character that no key has/],
    [`${secret}😀`, /character that no key has/],
    [`${secret}\u200b`, /character that no key has/],
    [`${secret}\u007f`, /character that no key has/],
    [secret.repeat(400), /longer than any API key/],
  ])('%j is refused, and the reason does not repeat it', (text, why) => {
    const verdict = checkKey(text)
    expect(verdict).toEqual({ ok: false, why: expect.stringMatching(why) })
    expect(JSON.stringify(verdict)).not.toContain(secret)
  })

  it.each([secret, '"quoted",;\\', '!~', 'x', 'k'.repeat(4_096)])('%j is taken as it is', key => {
    expect(checkKey(key)).toEqual({ ok: true, key })
  })

  it('loses the blanks and line breaks around it, which come along with a paste', () => {
    expect(checkKey(` \t${secret}\r\n`)).toEqual({ ok: true, key: secret })
  })

  it('that is taken can be sent in a header, whatever was typed', () => {
    const sign = fc.oneof(fc.string({ minLength: 1, maxLength: 1 }), fc.constantFrom('\n', '\r', '\0', 'é', '€', ' '))
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 40 }), text => {
        const verdict = checkKey(text)
        if (verdict.ok) expect(() => validateHeaderValue('x-api-key', verdict.key)).not.toThrow()
      }),
    )
  })
})
