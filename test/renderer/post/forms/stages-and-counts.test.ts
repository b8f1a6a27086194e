import { expect, test } from 'vitest'
import { readCount } from '../../../../src/renderer/post/forms/read-field'
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

const courses = [['fetch', 'pack'], ['fetch', 'price', 'pack', 'ship'], ['fetch', 'price', 'ship'], []]

test.each([
  [null, 'fetch'],
  ['fetch', 'price'],
  ['pack', 'ship'],
  ['ship', null],
  ['something else', null],
])('after %j comes what most often came then: %j', (present, next) => {
  expect(nextStage(present, courses)).toBe(next)
})

test('where no job of the type had a stage, none is made up', () => {
  expect(nextStage(null, [])).toBeNull()
  expect(nextStage('downloading', [[], ['importing']])).toBeNull()
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

test.each(['1200', '1,200', ' 1 200 ', '1\u00a0200', '1\u2009200', '1\u202f200'])('%j is read as 1200', text => {
  expect(readCount(text)).toEqual({ kind: 'value', value: 1_200 })
})

test.each(['1,20', '1,2000', '1,200 000', '1.200', ',200', '1,,200'])('%j is no whole number', text => {
  expect(readCount(text).kind).toBe('unreadable')
})
