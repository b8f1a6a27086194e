import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRefusal } from '../../../../src/main/apis/http/refusal'

const canary = 'canary-5f2c'
const entry = (changes: object) => ({ loc: ['body', 'total_items'], msg: 'Bad value', type: 'x', ...changes })
const complaintsOf = (...detail: unknown[]) => readRefusal({ detail }).complaints

describe('what a refusing server says', () => {
  it.each<[string, unknown, string | null]>([
    ['a string', { detail: 'Invalid API key' }, 'Invalid API key'],
    ['an object with a message', { detail: { code: 7, message: 'No such job' } }, 'No such job'],
    ['an object without one', { detail: { code: 7 } }, null],
    ['null', { detail: null }, null],
    ['a number', { detail: 7 }, null],
    ['nothing, with a message beside', { message: 'Rate limit' }, 'Rate limit'],
    ['nothing', {}, null],
  ])('E21: detail is %s', (_what, body, said) => {
    expect(readRefusal(body)).toEqual({ said, complaints: [] })
  })

  it.each([undefined, null, 'text', 7, []])('E21: a body that is %j says nothing', body => {
    expect(readRefusal(body)).toEqual({ said: null, complaints: [] })
  })

  it.each<[readonly unknown[], string]>([
    [['body', 'total_items'], 'total_items'],
    [['body', 'error', 'message'], 'error.message'],
    [['body', 'errors', 3, 'key'], 'errors.3.key'],
    [['path', 'job_id'], 'job_id'],
    [['header', 'X-Organization-ID'], 'X-Organization-ID'],
    [['query', 'page'], 'page'],
    [['total_items'], 'total_items'],
    [['body'], ''],
    [[], ''],
  ])('E21: the place %j is %j', (loc, at) => {
    expect(complaintsOf(entry({ loc }))).toEqual([{ at, message: 'Bad value' }])
  })

  it('E21: the place of JSON that does not parse is a character count and no field', () => {
    expect(complaintsOf(entry({ loc: ['body', 17], type: 'json_invalid', msg: 'JSON decode error' }))).toEqual([
      { at: '', message: 'JSON decode error' },
    ])
  })

  it('E21: shows a limit that the message does not name', () => {
    expect(complaintsOf(entry({ msg: 'Too small', ctx: { ge: 0 } }))[0]?.message).toBe('Too small (at least 0)')
  })

  it('E21: does not repeat a limit that the message names', () => {
    const msg = 'Input should be greater than or equal to 0'
    expect(complaintsOf(entry({ msg, ctx: { ge: 0 } }))[0]?.message).toBe(msg)
  })

  it('E21: passes over input, url and whatever else is in an entry or its ctx', () => {
    const refusal = readRefusal({
      detail: [entry({ input: { message: canary }, url: canary, ctx: { error: canary, input: canary } })],
      input: canary,
      body: canary,
    })
    expect(refusal.complaints).toHaveLength(1)
    expect(JSON.stringify(refusal)).not.toContain(canary)
  })

  it('E21: takes entries that are bare strings and passes over those that say nothing', () => {
    expect(complaintsOf('First.', 7, null, { loc: ['body'] }, { message: 'Second.' })).toEqual([
      { at: '', message: 'First.' },
      { at: '', message: 'Second.' },
    ])
  })

  it('bounds each sentence and their number', () => {
    expect(readRefusal({ detail: 'x'.repeat(5_000) }).said).toHaveLength(200)
    expect(complaintsOf(...Array.from({ length: 500 }, () => entry({})))).toHaveLength(50)
  })

  it('strips control and bidi characters', () => {
    expect(readRefusal({ detail: 'a\u0000b\u202ec\n\u001b[31md' }).said).toBe('a b c [31md')
  })

  it('reads no inherited field', () => {
    expect(readRefusal(Object.create({ detail: 'inherited' })).said).toBeNull()
  })

  it('never throws, whatever the body', () => {
    fc.assert(fc.property(fc.jsonValue(), body => void readRefusal({ detail: body })))
    fc.assert(fc.property(fc.anything(), body => void readRefusal(body)))
  })
})
