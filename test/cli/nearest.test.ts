import { expect, it } from 'vitest'
import { nearest } from '../../src/cli/nearest'

it.each([
  ['lst', 'list'],
  ['lsit', 'list'],
  ['wathc', 'watch'],
  ['dance', null],
  ['x', null],
  ['', null],
])('%j was meant for %j', (word, meant) => {
  expect(nearest(word, ['list', 'watch', 'unwatch'])).toBe(meant)
})
