import { expect, test } from 'vitest'
import { shortenedSentence } from '../../../../src/renderer/post/many/shortened-keys'

const of = (...keys: readonly string[]) =>
  shortenedSentence(keys.map(entityKey => ({ error: { entityKey, errorType: 'lost', message: 'Lost.' } })))

test.each(['1.23E+12', '4,00639E+12', '5E+11', '1.2e+15'])('the key %s is said to be a shortened number', key => {
  expect(of('SKU-1', key)).toMatch(
    new RegExp(`^The key “${key.replace(/[.+]/g, '\\$&')}” looks like .* export it again\\.$`),
  )
})

test('how many more there are is told', () => expect(of('1.23E+12', '1.24E+12', '1.25E+12')).toMatch(/So do 2 more\.$/))

test.each(['4006381333931', '1E5', '12E3', 'E+12', '1.23E+12-XL', '1.23E-12'])(
  'the key %s is one like any other',
  key => expect(of(key)).toBeNull(),
)
