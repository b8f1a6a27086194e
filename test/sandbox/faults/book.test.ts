import { expect, it } from 'vitest'
import { createFaultBook, matches } from '../../../src/sandbox/faults/book'

const asked = { server: 'merchantops', method: 'GET', path: '/api/jobs/crawl-1/status' }
const fault = { kind: 'reset' } as const

it.each([
  [{}, true],
  [{ server: 'merchantops' }, true],
  [{ server: 'retailgrid' }, false],
  [{ method: 'get' }, true],
  [{ method: 'POST' }, false],
  [{ path: '/api/jobs/crawl-1/status' }, true],
  [{ path: '/api/jobs/crawl-1' }, false],
  [{ path: '/api/jobs/*' }, true],
  [{ path: '*/status' }, true],
  [{ path: '/api/*/crawl-1/*' }, true],
  [{ path: '/api/*status*s' }, false],
  [{ path: '*' }, true],
] as const)('the pattern %j matches a status read: %s', (match, expected) => {
  expect(matches({ match, fault }, asked)).toBe(expected)
})

it('lets some requests pass, hits as many as it counts, and is gone', () => {
  const book = createFaultBook()
  book.add({ match: {}, skip: 2, count: 2, fault })
  expect([1, 2, 3, 4, 5].map(() => book.take(asked) !== null)).toEqual([false, false, true, true, false])
  expect(book.list()).toEqual([])
})

it('hits for ever without a count, until it is removed', () => {
  const book = createFaultBook()
  const id = book.add({ match: {}, fault })
  expect([book.take(asked), book.take(asked)].every(hit => hit?.id === id)).toBe(true)
  expect(book.remove(id)).toBe(true)
  expect(book.take(asked)).toBeNull()
})

it('lets the first rule that matches decide', () => {
  const book = createFaultBook()
  book.add({ id: 'other', match: { method: 'POST' }, fault })
  book.add({ id: 'mine', match: { method: 'GET' }, fault })
  book.add({ id: 'late', match: {}, fault })
  expect(book.take(asked)?.id).toBe('mine')
})

it('refuses a rule that is none', () => {
  const book = createFaultBook()
  expect(() => book.add(JSON.parse('{"match":{},"fault":{"kind":"nonsense"}}'))).toThrow()
})
