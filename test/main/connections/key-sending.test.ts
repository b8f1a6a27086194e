import { describe, expect, it } from 'vitest'
import { keptKeySendingSchema, keySendingSchema } from '../../../src/main/connections/key-sending'
import { isReservedHeader } from '../../../src/shared/reserved-headers'

const asHeader = (name: string) => ({ kind: 'header', name, prefix: '' })

describe('how a key may be sent', () => {
  it.each(['Authorization', 'X-API-Key', 'x-functions-key', 'Api.Key'])('E34: in a header of its own, %s', name => {
    expect(keySendingSchema.safeParse(asHeader(name)).success).toBe(true)
  })

  it.each(['Cookie', 'HOST', 'content-length', 'X-Organization-ID', 'Transfer-Encoding', 'User-Agent'])(
    'not in %s, which is refused in a sentence at the form',
    name => {
      const parsed = keySendingSchema.safeParse(asHeader(name))
      expect(parsed.error?.issues[0]).toMatchObject({
        path: ['name'],
        message: expect.stringMatching(/Choose another/),
      })
      expect(isReservedHeader(name)).toBe(true)
    },
  )

  it('a reserved one that was kept before does not keep the profile from opening', () => {
    expect(keptKeySendingSchema.safeParse(asHeader('Cookie')).success).toBe(true)
  })

  it.each(['', 'X Key', 'X:Key', 'é', 'x'.repeat(65)])('not in %j, which is no header', name => {
    expect(keySendingSchema.safeParse(asHeader(name)).success).toBe(false)
    expect(keptKeySendingSchema.safeParse(asHeader(name)).success).toBe(false)
  })
})
