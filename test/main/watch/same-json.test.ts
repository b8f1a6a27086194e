import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameJson } from '../../../src/main/watch/same-json'

describe('whether two values are the same once written', () => {
  it('agrees with the written text on any two values', () => {
    const sorted = (_: string, value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value
    const text = (value: unknown): string => JSON.stringify(value, sorted)
    // Few names and few values, so that equal pairs come up; JSON knows no minus zero.
    const few = fc.letrec(tie => ({
      any: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(null, 0, 1, '', 'a', true),
        fc.array(tie('any'), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom('a', 'b'), tie('any'), { noNullPrototype: true }),
      ),
    })).any
    fc.assert(
      fc.property(few, few, (one, other) => {
        expect(sameJson(one, other)).toBe(text(one) === text(other))
      }),
      { numRuns: 2_000 },
    )
  })

  it('takes a field that is undefined for none, on either side', () => {
    expect(sameJson({ a: 1, b: undefined }, { a: 1 })).toBe(true)
    expect(sameJson({ a: 1 }, { a: 1, b: undefined })).toBe(true)
    expect(sameJson({ a: 1, b: undefined }, { a: 1, b: null })).toBe(false)
  })

  it('tells a list from an object with the same names', () => {
    expect(sameJson(['a'], { 0: 'a' })).toBe(false)
    expect(sameJson([], {})).toBe(false)
  })
})
