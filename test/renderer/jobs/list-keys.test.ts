import { expect, test } from 'vitest'
import { stepOf } from '../../../src/renderer/jobs/use-list-keys'

test.each([
  ['ArrowDown', 1],
  ['j', 1],
  ['ArrowUp', -1],
  ['k', -1],
  ['PageDown', 8],
  ['PageUp', -8],
  ['Home', -500],
  ['End', 500],
  ['Enter', null],
  ['x', null],
])('%s moves by %s', (key, step) => expect(stepOf(key, 500, 8)).toBe(step))
