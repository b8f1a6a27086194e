import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import manyRounds from '../../support/many-rounds'

const drawn = (seed?: number) => {
  const values: number[] = []
  fc.assert(
    fc.property(fc.integer(), value => {
      values.push(value)
    }),
    seed === undefined ? {} : { seed },
  )
  return values
}

describe('a property', () => {
  it('draws the same values every time, unless it has a seed of its own', () => {
    expect(drawn()).toEqual(drawn())
    expect(drawn(5)).not.toEqual(drawn())
  })

  it('draws others every time in the fuzzer, unless it has a seed of its own', async () => {
    const firstOf = (seed?: number) => {
      const values: string[] = []
      manyRounds.assert(
        fc.property(fc.string(), value => {
          values.push(value)
        }),
        { numRuns: 5, ...(seed === undefined ? {} : { seed }) },
      )
      return values
    }
    const inTheFuzzer = Array.from({ length: 20 }, () => firstOf().join('|'))
    expect(new Set(inTheFuzzer).size).toBeGreaterThan(1)
    expect(firstOf(5)).toEqual(firstOf(5))
    let runs = 0
    await manyRounds.assert(
      fc.asyncProperty(fc.nat(), async () => {
        runs += 1
      }),
      { numRuns: 3 },
    )
    expect(runs).toBe(3)
  })
})
