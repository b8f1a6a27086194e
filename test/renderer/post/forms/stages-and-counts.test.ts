import { expect, test } from 'vitest'
import { nextStage, stageSuggestions } from '../../../../src/renderer/post/forms/stages'
import { raised } from '../../../../src/renderer/post/forms/typed-count'

test.each([
  ['', 40, 1, '41'],
  ['', null, 10, '10'],
  ['7', 40, 100, '107'],
  ['x', 40, 1, 'x'],
])('%j with the server at %j and +%i is %j', (text, server, step, after) => {
  expect(raised(text, server, step)).toBe(after)
})

test.each([
  [null, 'downloading'],
  ['downloading', 'transforming'],
  ['something else', 'downloading'],
  ['dispatched', null],
])('after %j comes %j', (present, next) => {
  expect(nextStage(present)).toBe(next)
})

test('the stages seen are suggested after the usual ones, each once', () => {
  expect(stageSuggestions(['uploading', null, 'packing', '', 'packing'])).toEqual([
    'downloading',
    'transforming',
    'uploading',
    'dispatched',
    'packing',
  ])
})
