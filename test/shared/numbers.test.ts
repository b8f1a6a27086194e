import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { count, counted, percentText, shareText, shortCount, successText } from '../../src/shared/numbers'

describe('a percentage', () => {
  it.each([
    [0, '0 %'],
    [0.001, '<1 %'],
    [0.999, '<1 %'],
    [1, '1 %'],
    [62.5, '62 %'],
    [99.4, '99 %'],
    [99.99, '99 %'],
    [99.999999, '99 %'],
    [100, '100 %'],
  ])('%d reads %j', (value, text) => {
    expect(percentText(value)).toBe(text)
  })

  it('reads 100 % at the end alone and 0 % at the start alone', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), value => {
        expect(percentText(value) === '100 %').toBe(value === 100)
        expect(percentText(value) === '0 %').toBe(value === 0)
        expect(percentText(value)).toMatch(/^(<1|\d{1,3}) %$/)
      }),
    )
  })
})

it.each([
  [98.68, '98.68 %'],
  [62.5, '62.5 %'],
  [33.333333, '33.33 %'],
  [99.9999, '99.99 %'],
  [0.001, '<0.01 %'],
  [0, '0 %'],
  [100, '100 %'],
])('a rate of %d reads %j', (value, text) => {
  expect(successText(value)).toBe(text)
})

describe('a count', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [999, '999'],
    [40_213, '40,213'],
    [12_345_678, '12,345,678'],
    [-3, '-3'],
  ])('%d reads %j', (value, text) => {
    expect(count(value)).toBe(text)
  })

  it.each([
    [0, '0 items'],
    [1, '1 item'],
    [2, '2 items'],
    [1_204, '1,204 items'],
  ])('of %d things reads %j', (value, text) => {
    expect(counted(value, 'item')).toBe(text)
  })

  it('takes a plural that is no mere s', () => {
    expect(counted(2, 'entry', 'entries')).toBe('2 entries')
  })
})

it.each([
  [0, '0 %'],
  [0.0004, '<0.1 %'],
  [0.029, '2.9 %'],
  [0.03, '3 %'],
  [0.0994, '9.9 %'],
  [0.0996, '10 %'],
  [0.1249, '12 %'],
  [0.996, '99 %'],
  [1, '100 %'],
])('a share of %s reads %s', (part, text) => {
  expect(shareText(part)).toBe(text)
})

it.each([
  [999, '999'],
  [1_240, '1.2K'],
  [1_999, '2K'],
  [40_213, '40K'],
  [999_999, '1M'],
])('where there is no room %d reads %j', (value, text) => {
  expect(shortCount(value)).toBe(text)
})
