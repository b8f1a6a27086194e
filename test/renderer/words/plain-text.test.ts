import { expect, test } from 'vitest'
import { plainText } from '../../../src/renderer/words/plain-text'

test('nothing of a server’s text turns the direction of the line, and right-to-left letters stay', () => {
  expect(plainText('a\u202egpj.exe\u202c \u2066b\u2069', 100)).toBe('agpj.exe b')
  expect(plainText('שלום', 100)).toBe('שלום')
})

test('what is too long ends in an ellipsis, and what has no shape is a blank', () => {
  expect(plainText('abcdef', 3)).toBe('abc…')
  expect(plainText('a\u0000b\u0085c\nd', 100)).toBe('a b c\nd')
})
