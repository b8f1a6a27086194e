import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leading } from '../../../src/main/watch/leading'

type Card = { readonly rank: number; readonly name: string }
const byRank = (a: Card, b: Card) => a.rank - b.rank

describe('the first of many', () => {
  it('are those that sorting would put first, equals in the order given', () => {
    const cards = fc.array(fc.record({ rank: fc.integer({ min: 0, max: 4 }), name: fc.string({ maxLength: 3 }) }))
    fc.assert(
      fc.property(cards, fc.nat(8), (list, most) => {
        expect(leading(list, most, byRank)).toEqual([...list].sort(byRank).slice(0, most))
      }),
    )
  })
})
