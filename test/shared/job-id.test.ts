import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestUrl } from '../../src/main/apis/request-url'
import { checkJobId, readJobIds } from '../../src/shared/job-id'
import { anyText } from '../support/any-text'

const uuid = '3f2b8c1e-5d47-4a90-9e61-0c2d4b7f8a15'

describe('a job id (fault 56)', () => {
  it.each([
    ['', /missing/],
    ['   ', /missing/],
    ['\n\t', /missing/],
    ['.', /only dots/],
    ['..', /only dots/],
    [' .. ', /only dots/],
    ['x'.repeat(257), /at most 256/],
    ['a\u0000b', /control/],
    ['a\nb', /line breaks/],
    ['a\tb', /control/],
    ['a\u001b[2Jb', /control/],
    ['a\u007fb', /control/],
    ['a\u0085b', /control/],
    ['a\u2028b', /line breaks/],
    ['a\u200bb', /invisible/],
    ['abc\u200b', /invisible/],
    ['a\u202eb', /invisible/],
    ['a\ud800b', /control/],
    ['\udc00', /control/],
    ['\ufffd~q', /no text/],
  ])('%j is refused with the reason', (text, why) => {
    const verdict = checkJobId('merchantops', text)
    expect(verdict).toEqual({ ok: false, why: expect.stringMatching(why) })
  })

  it.each([
    'enrichment-5f2c81d0',
    'x'.repeat(256),
    'a/b?c#d%e',
    '%2e%2e',
    '...',
    '.hidden',
    'two words',
    "o'brien",
    '__proto__',
    'constructor',
    'שלום',
    '日本語',
    '😀',
  ])('%j is taken as it is and can be part of an address', jobId => {
    expect(checkJobId('merchantops', jobId)).toEqual({ ok: true, jobId })
    expect(requestUrl('https://api.example.com', ['api', 'jobs', jobId, 'status']).ok).toBe(true)
  })

  it('loses the blanks around it', () => {
    expect(checkJobId('merchantops', ' crawl-1\n')).toEqual({ ok: true, jobId: 'crawl-1' })
  })

  it.each([uuid, uuid.toUpperCase(), ` ${uuid} `])('of Retailgrid is a UUID in one spelling: %j', text => {
    expect(checkJobId('retailgrid', text)).toEqual({ ok: true, jobId: uuid })
  })

  it.each(['enrichment-5f2c81d0', uuid.slice(1), `${uuid}0`, `{${uuid}}`, uuid.replaceAll('-', '')])(
    'of Retailgrid that is no UUID is refused with an example: %j',
    text => {
      expect(checkJobId('retailgrid', text)).toEqual({ ok: false, why: expect.stringMatching(/UUIDs, such as/) })
    },
  )

  it('that is taken never leaves the folder of the jobs, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(fc.constantFrom('.', '/', '%', '2', 'e', '\\'), anyText(2)) }), text => {
        const verdict = checkJobId('merchantops', text)
        if (!verdict.ok) return
        const url = requestUrl('https://api.example.com', ['api', 'jobs', verdict.jobId, 'status'])
        expect(url.ok && new URL(url.value).pathname.split('/').length).toBe(5)
        expect(url.ok && decodeURIComponent(new URL(url.value).pathname.split('/')[3] ?? '')).toBe(verdict.jobId)
      }),
    )
  })
})

describe('pasted ids', () => {
  it.each([
    ['https://app.example.com/jobs/enrichment-zzzz9999?x=1', 'enrichment-zzzz9999'],
    ['https://api.example.com/corp/api/jobs/crawl-1/status', 'crawl-1'],
    ['http://127.0.0.1:4620/v1/jobs/3f2b8c1e-5d47-4a90-9e61-0c2d4b7f8a15/', '3f2b8c1e-5d47-4a90-9e61-0c2d4b7f8a15'],
  ])('take the id out of an address: %s', (address, id) => {
    expect(readJobIds(address).ids).toEqual([id])
  })

  it.each([
    ['', []],
    [' \r\n ', []],
    ['a', ['a']],
    ['a\nb\nc', ['a', 'b', 'c']],
    ['a\r\nb\r\n', ['a', 'b']],
    ['a, b;c\td', ['a', 'b', 'c', 'd']],
    [`${uuid}  ${uuid.toUpperCase()}`, [uuid, uuid.toUpperCase()]],
    ['"two words"\na', ['two words', 'a']],
    ['"a", \'b\', `c`', ['a', 'b', 'c']],
    ['a,,;;\n\n,b', ['a', 'b']],
    ['a,b, a\nb', ['a', 'b']],
    ["o'brien", ["o'brien"]],
    ['\ufeffa\nb', ['a', 'b']],
    ['"', []],
    ['__proto__\nconstructor', ['__proto__', 'constructor']],
    ['["a", "two words", "a"]', ['a', 'two words']],
    ['[""]', ['']],
    ['[]', []],
    ['[1, 2]', ['[1', '2]']],
    ['[half', ['[half']],
  ])('%j are %j', (text, ids) => {
    expect(readJobIds(text)).toEqual({ ids, refused: [] })
  })

  it.each([['not an id!!'], ['crawl-1 crawl-2'], [`see ${uuid}`], ['sp\u00a0ace']])(
    'are not guessed from a line with a blank in it: %j',
    line => {
      expect(readJobIds(`a\n${line}\n${line}`)).toEqual({
        ids: ['a'],
        refused: [{ text: line, why: expect.stringMatching(/blank/) }],
      })
    },
  )

  it('are found in a paste of thousands', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `crawl-${index}`)
    expect(readJobIds([...ids, ...ids].join('\r\n')).ids).toEqual(ids)
  })

  it('come back as they were when handed over as a JSON list', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme' })), ids => {
        expect(readJobIds(JSON.stringify(ids)).ids).toEqual(ids)
      }),
    )
  })
})
