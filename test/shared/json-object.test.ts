import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJsonObject } from '../../src/shared/json-object'

describe('a JSON object as typed', () => {
  it('is read', () => {
    expect(readJsonObject(' {"a": [1, {"b": null}], "c": "é\\n"}\n')).toEqual({
      ok: true,
      value: { a: [1, { b: null }], c: 'é\n' },
    })
  })

  it.each([
    ['', 1, 1, 'A value is missing.'],
    ['{', 1, 2, 'A name in double quotes is missing.'],
    ['{\n  "a": 1,\n}', 3, 1, 'A name in double quotes is missing.'],
    ['{\r\n  "a" 1\r\n}', 2, 7, 'A colon is missing.'],
    ['{"a": 1 "b": 2}', 1, 9, 'A comma or } is missing.'],
    ['{"a": [1 2]}', 1, 10, 'A comma or ] is missing.'],
    ['{"a": }', 1, 7, 'A value is missing.'],
    ["{'a': 1}", 1, 2, 'A name in double quotes is missing.'],
    ['{"a": 01}', 1, 8, 'A comma or } is missing.'],
    ['{"a": "no end', 1, 7, 'This text does not end, or has a sign that must be escaped.'],
    ['{"a": "line\nbreak"}', 1, 7, 'This text does not end, or has a sign that must be escaped.'],
    ['{} x', 1, 4, 'There is something after the end.'],
    ['[1]', 1, 1, 'This must be an object: { … }.'],
    ['null', 1, 1, 'This must be an object: { … }.'],
    ['{"a": 12345678901234567890}', 1, 7, 'This number is too long to be kept as it is. Put it in double quotes.'],
    ['{"a": {"b":\n [1, -9007199254740993]}}', 2, 6, expect.stringContaining('too long')],
    ['{"a": 1e999}', 1, 7, expect.stringContaining('too long')],
    ['"a"', 1, 1, 'This must be an object: { … }.'],
  ])('%j is wrong in line %i, column %i: %s', (text, line, column, why) => {
    expect(readJsonObject(text)).toEqual({ ok: false, line, column, why })
  })

  it('may hold any number that is sent as it was written', () => {
    const text = '{"a": [9007199254740991, 9007199254740992, 1e21, 2.50E+30, -0, 0.1, 100000000000000000000]}'
    expect(readJsonObject(text)).toEqual({ ok: true, value: JSON.parse(text) })
  })

  it('is read whenever JSON.parse would read it, whatever it holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), value => {
        const text = JSON.stringify(value)
        expect(readJsonObject(text)).toEqual({ ok: true, value: JSON.parse(text) })
      }),
    )
  })

  it('that was damaged anywhere is answered with a place inside it, never an error', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue()).map(value => JSON.stringify(value, null, 2))
    fc.assert(
      fc.property(object, fc.nat(), fc.constantFrom('', ',', '"', '{', ']', '\n', 'x'), (text, at, sign) => {
        const place = at % (text.length + 1)
        const damaged = text.slice(0, place) + sign + text.slice(place + 1)
        const verdict = readJsonObject(damaged)
        if (verdict.ok) return
        expect(verdict.line).toBeLessThanOrEqual(damaged.split('\n').length)
        expect(verdict.why).not.toBe('This is not JSON.')
      }),
      { numRuns: 1_000 },
    )
  })
})
