import { expect, test } from 'vitest'
import { durationText } from '../../src/shared/duration'

test.each([
  [0, '0 s'],
  [-5, '0 s'],
  [59.4, '59 s'],
  [60, '1 min'],
  [192, '3 min 12 s'],
  [3_599.9, '1 h'],
  [7_500, '2 h 5 min'],
  [273_600, '3 d 4 h'],
])('%d s last “%s”', (seconds, text) => expect(durationText(seconds)).toBe(text))
