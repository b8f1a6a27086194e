import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { withoutBegun } from '../../../src/renderer/jobs/begun-word'
import { completions } from '../../../src/renderer/jobs/complete'
import { filterOfPasted } from '../../../src/renderer/jobs/pasted'
import { partsOf, queryOf } from '../../../src/renderer/jobs/query'
import { strangersOf } from '../../../src/renderer/jobs/strangers'
import { noMatchSentence } from '../../../src/renderer/words/no-match'

const known = { types: ['crawl'], connections: ['Outfitters EU'] }

// So long that what takes the square of it takes minutes, and is ended by the time limit; what is read once, a blink.
describe('a filter of 200,000 signs is read in one go', () => {
  it.each(['-', '"', '-"', ':', 'a', 'a:', 'a,', '"a",', 'state:', '-a ', 'state:b ', "'"])('of %j', sign => {
    const long = sign.repeat(200_000 / sign.length)
    // What takes such a run for its end finds out at the last sign that it is not.
    for (const filter of [long, `${long}x`, `${long} `, `state:${long} "`]) {
      const query = queryOf(filter)
      expect(withoutBegun(filter).length).toBeLessThanOrEqual(filter.length)
      expect(completions(filter, known).length).toBeLessThan(9)
      expect(
        noMatchSentence(
          query,
          strangersOf(query, () => false),
        ),
      ).not.toBe('')
      expect(filterOfPasted(`x${filter}`)).not.toBe('')
    }
  })
})

test('what is only being typed at the end is a field with nothing after it, or minuses and quotes', () => {
  const filters = fc.string({ unit: fc.constantFrom('-', '"', ':', 'a', ' '), maxLength: 12 })
  // The same rule without a look at what stands before, which alone makes it quick.
  fc.assert(
    fc.property(filters, filter => {
      expect(withoutBegun(filter)).toBe(filter.replace(/(\S+:|-*"*)$/, ''))
    }),
    { numRuns: 2_000 },
  )
})

test('a filter goes on with what its last part could become, and a quote that is open belongs to that part', () => {
  expect(partsOf('SKU -Connection:"Grid s,')).toEqual(['SKU', '-Connection:"Grid s,'])
  expect(completions('Sku CONNECTION:"outf', known)).toEqual(['Sku connection:"outfitters eu" '])
  expect(completions('"two st', known)).toEqual([])
})
