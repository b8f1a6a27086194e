import { expect, test } from 'vitest'
import { timeTyped } from '../../../src/renderer/settings/typed-time'

test.each([
  ['21:30', '21:30'],
  ['21.30', '21:30'],
  ['2130', '21:30'],
  ['930', '09:30'],
  [' 7 ', '07:00'],
  ['9:30 PM', '21:30'],
  ['0930pm', '21:30'],
  ['12 a.m.', '00:00'],
  ['12pm', '12:00'],
  ['0:05', '00:05'],
  ['24:00', null],
  ['21:60', null],
  ['13pm', null],
  ['soon', null],
  ['', null],
])('%j is %j', (typed, time) => expect(timeTyped(typed)).toBe(time))
