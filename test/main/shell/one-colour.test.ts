import { expect, it } from 'vitest'
import { isOneColour } from '../../../src/main/shell/one-colour'

const white = [255, 255, 255, 255]

it('a picture in which nothing is drawn has one colour, whatever it is', () => {
  expect(isOneColour(Uint8Array.from([...white, ...white, ...white]))).toBe(true)
  expect(isOneColour(Uint8Array.from([20, 21, 24, 255, 20, 21, 24, 255]))).toBe(true)
})

it('one pixel that differs in one part is a drawing, and no picture says nothing', () => {
  expect(isOneColour(Uint8Array.from([...white, ...white, 255, 255, 254, 255]))).toBe(false)
  expect(isOneColour(new Uint8Array())).toBe(false)
})
