import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { json, printable } from '../../src/cli/printable'
import { aligned, cut, table } from '../../src/cli/table'
import type { ListedJob } from '../../src/shared/listed-job'
import { anyText } from '../support/any-text'

const aListedJob = (own: Partial<ListedJob> = {}): ListedJob => ({
  connection: 'Outfitters',
  vendor: 'merchantops',
  jobId: 'enrichment-5f2c81d0',
  jobType: 'csv_import',
  status: 'in_progress',
  phase: 'running',
  outcome: null,
  percent: 62.4,
  total: 1_204,
  processed: 750,
  failed: 3,
  warned: 0,
  notReached: 0,
  stage: null,
  seenAt: '2026-03-02T12:00:00.000Z',
  group: 'active',
  notFound: false,
  gone: false,
  paused: false,
  fault: null,
  ...own,
})

describe('the table of jobs', () => {
  it('says of an id that is not found that it is not found, not that nobody looked', () => {
    const fault = { kind: 'not-found', since: '2026-03-02T12:00:00.000Z', message: 'Check the id.' } as const
    const [, row] = table([aListedJob({ status: null, phase: 'unknown', notFound: true, fault })]).split('\n')
    expect(row).toContain('Not found')
    expect(row).not.toContain('Not seen yet')
  })

  it('has one line a job, in columns', () => {
    const unseen = aListedJob({
      jobId: 'x',
      jobType: null,
      status: null,
      phase: 'unknown',
      percent: null,
      total: null,
      processed: null,
      failed: null,
      fault: { kind: 'no-key', since: '2026-03-02T12:00:00.000Z', message: 'The keychain is locked.' },
    })
    expect(table([aListedJob({ warned: 2 }), unseen]).split('\n')).toEqual([
      'CONNECTION  JOB                  TYPE        STATE         DONE  ITEMS      FAILED  WARNINGS  TROUBLE',
      'Outfitters  enrichment-5f2c81d0  CSV import  Running       62 %  750/1,204  3       2',
      'Outfitters  x                                Not seen yet                                     The keychain is locked.',
    ])
  })

  it('says how many items an ended job never came to, and not of one that goes on', () => {
    const closed = aListedJob({ phase: 'ended', outcome: 'succeeded', status: 'completed', notReached: 1_380 })
    expect(table([closed, { ...closed, gone: true }])).toMatch(
      /Finished, 1,380 not reached .*\n.*Finished, 1,380 not r/,
    )
    expect(table([{ ...closed, notReached: 0 }, aListedJob()])).not.toContain('not reached')
  })

  it('does not say that a job runs which its server does not have any more', () => {
    const lines = table([aListedJob({ gone: true }), aListedJob({ gone: true, status: null, phase: 'unknown' })])
    expect(lines).toMatch(/ {2}Gone, was running .*\n.* {2}Gone {2}/)
  })

  it('stays one line a job and steers no terminal, whatever the server says', () => {
    const hostile = fc.string({
      unit: fc.oneof(fc.constantFrom('\n', '\r', '\u001b', '\u009b', '\u202e', '\u2028'), fc.string()),
    })
    fc.assert(
      fc.property(hostile, hostile, hostile, (jobType, status, jobId) => {
        const text = table([aListedJob({ jobType, status, jobId, phase: 'unknown' }), aListedJob()])
        expect(text.split('\n')).toHaveLength(3)
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      }),
    )
  })

  it('cuts what is long, and says that it did', () => {
    const line = table([aListedJob({ status: '😀'.repeat(500), phase: 'unknown' })]).split('\n')[1] ?? ''
    expect(line).toContain('😀…')
    expect(line.length).toBeLessThan(500)
    expect(line).not.toMatch(/\p{Cs}/u)
  })

  it('of tens of thousands of jobs can be made', () => {
    const text = table(Array.from({ length: 20_000 }, () => aListedJob()))
    expect(text.split('\n')).toHaveLength(20_001)
  })
})

describe('columns of a terminal', () => {
  it('line up also under signs that take two of them, or none', () => {
    const names = ['日本の店', 'Café', 'Cafe\u0301', '😀 Shop']
    expect(aligned([['NAME', 'JOBS'], ...names.map(name => [name, '1'])]).split('\n')).toEqual([
      'NAME      JOBS',
      '日本の店  1',
      'Café      1',
      'Cafe\u0301      1',
      '😀 Shop   1',
    ])
  })

  it.each([
    ['Enrichment · 40 %', 17, 'Enrichment · 40 %'],
    ['Enrichment · 40 %', 10, 'Enrichmen…'],
    ['日本の店', 5, '日本…'],
    ['', 0, ''],
  ])('hold as much of %j as fits %i', (text, columns, shown) => {
    expect(cut(text, columns)).toBe(shown)
  })
})

describe('text for a terminal', () => {
  it('has no sign that could steer it', () => {
    fc.assert(
      fc.property(anyText(), text => {
        expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      }),
    )
  })

  it('as JSON reads back as it was', () => {
    fc.assert(
      fc.property(anyText(), anyText(), (name, value) => {
        const text = json({ [name]: value, list: [value] })
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
        expect(JSON.parse(text)).toEqual({ [name]: value, list: [value] })
      }),
    )
  })
})
