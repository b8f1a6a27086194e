import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundedRecord } from '../../../src/main/apis/bounded'
import { manyLines, oneLine } from '../../../src/main/apis/plain-text'

const bounds = { depth: 3, entries: 4, text: 10, total: 1_000 }

describe('a free object of a server', () => {
  it('is kept as it is when it is small', () => {
    const record = { a: 1, b: [true, null, 'x'], c: { d: 'y' } }
    expect(boundedRecord(record, bounds)).toEqual(record)
  })

  it('E39: is cut in depth, in entries and in text, and says so', () => {
    const cut = boundedRecord({ deep: { b: { c: { d: 1 } } }, list: [1, 2, 3, 4, 5, 6], text: 'x'.repeat(50) }, bounds)
    expect(cut).toEqual({ deep: { b: { c: '…' } }, list: [1, 2, 3, 4, '… 2 more'], text: `${'x'.repeat(9)}…` })
  })

  it('E39: is cut in sum', () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`name${index}`, 'x'.repeat(10)]))
    const cut = boundedRecord(many, { ...bounds, entries: 1_000, total: 100 })
    expect(JSON.stringify(cut).length).toBeLessThan(200)
    expect(cut['…']).toMatch(/^\d+ more$/)
  })

  it('survives a hundred thousand levels', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
    expect(boundedRecord({ deep }, bounds)).toEqual({ deep: [['…']] })
  })

  it('leaves out a __proto__ of its own, says so, and changes no prototype', () => {
    const record: Record<string, unknown> = JSON.parse('{"__proto__": {"polluted": 1}, "a": {"__proto__": {"b": 1}}}')
    const kept = boundedRecord(record, bounds)
    expect(kept).toEqual({ a: { '…': '1 more' }, '…': '1 more' })
    expect(Object.getPrototypeOf(kept)).toBe(Object.prototype)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('stays bounded and writable as JSON, whatever comes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), record => {
        expect(JSON.stringify(boundedRecord(record, bounds)).length).toBeLessThan(20_000)
      }),
    )
  })
})

describe('text of a server', () => {
  it('E39: loses control and bidi characters', () => {
    expect(oneLine('a\u0000b\u001b[31mc\u202ed\u2066e\nf\r\ng', 100)).toBe('a b [31mc d e f g')
    expect(manyLines('a\u0007b\r\nc\td\u202e', 100)).toBe('a b\nc\td ')
  })

  it('is cut at its length, never in the middle of a sign', () => {
    expect(oneLine('abcdef', 4)).toBe('abc…')
    expect(oneLine('ab😀def', 4)).toBe('ab…')
  })

  it('replaces half a surrogate pair', () => {
    expect(oneLine('a\ud800b', 10)).toBe('a b')
  })
})
