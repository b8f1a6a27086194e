import { expect, it } from 'vitest'
import { isUndrawn } from '../../../src/main/shell/undrawn'

const white = [255, 255, 255, 255]
const black = [0, 0, 0, 255]
const clear = [0, 0, 0, 0]

const pictureOf = (...parts: readonly (readonly [pixels: number, colour: readonly number[]])[]) =>
  Uint8Array.from(parts.flatMap(([pixels, colour]) => Array.from({ length: pixels }, () => colour).flat()))

it('a picture of one colour shows nothing, whatever it is', () => {
  expect(isUndrawn(pictureOf([3, white]))).toBe(true)
  expect(isUndrawn(pictureOf([2, [20, 21, 24, 255]]))).toBe(true)
})

it('a picture with holes was not drawn, whatever is around them (fault 42)', () => {
  expect(isUndrawn(pictureOf([40, clear], [60, white]))).toBe(true)
  expect(isUndrawn(pictureOf([90, white], [8, black], [2, clear]))).toBe(true)
})

it('one pixel that differs in one part is a drawing, black is a colour, and one clear pixel in a hundred is no hole', () => {
  expect(isUndrawn(pictureOf([2, white], [1, [255, 255, 254, 255]]))).toBe(false)
  expect(isUndrawn(pictureOf([50, black], [50, white]))).toBe(false)
  expect(isUndrawn(pictureOf([1, clear], [99, white]))).toBe(false)
})

it('no picture says nothing', () => {
  expect(isUndrawn(new Uint8Array())).toBe(false)
})
