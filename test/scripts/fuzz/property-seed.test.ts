import fc from 'fast-check'
import { expect, it } from 'vitest'

const drawn = (seed: { readonly seed?: number }) => {
  const values: number[] = []
  fc.assert(
    fc.property(fc.integer(), value => {
      values.push(value)
    }),
    seed,
  )
  return values
}

it('a property draws the same values every time, unless it has a seed of its own', () => {
  expect(drawn({})).toEqual(drawn({}))
  expect(drawn({})).toEqual(drawn({ seed: Number(process.env.PROPERTY_SEED ?? 1) }))
  expect(drawn({ seed: -5 })).not.toEqual(drawn({}))
})
