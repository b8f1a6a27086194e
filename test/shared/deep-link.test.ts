import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDeepLink } from '../../src/shared/deep-link'

describe('a link that is understood', () => {
  test.each([
    ['jobtray://job/c1/enrichment-5f2c', { kind: 'job', connection: 'c1', jobIds: ['enrichment-5f2c'] }],
    ['JobTray://job/c1/a', { kind: 'job', connection: 'c1', jobIds: ['a'] }],
    ['jobtray://job/Outfitters%20EU/a%2Fb', { kind: 'job', connection: 'Outfitters EU', jobIds: ['a/b'] }],
    ['jobtray://job/c1/a%3Fb', { kind: 'job', connection: 'c1', jobIds: ['a?b'] }],
    ['jobtray://job/c1/%D7%A9%D7%9C', { kind: 'job', connection: 'c1', jobIds: ['של'] }],
    ['jobtray://add?connection=c1&ids=a,b', { kind: 'add', connection: 'c1', jobIds: ['a', 'b'] }],
    ['jobtray://add/?ids=a%0Ab&connection=My+shop', { kind: 'add', connection: 'My shop', jobIds: ['a', 'b'] }],
  ])('%s', (text, link) => expect(readDeepLink(text)).toEqual(link))
})

describe('a hostile link is no link (reliability item 30)', () => {
  test.each([
    '',
    'jobtray:',
    'jobtray://',
    'jobtray://job',
    'jobtray://job/',
    'jobtray://job/c1',
    'jobtray://job/c1/',
    'jobtray://job//a',
    'jobtray://job/c1/a/b',
    'jobtray://job/c1/a#b',
    'jobtray://job/c1/a?act=delete',
    'jobtray://job/c1?x/a',
    'jobtray:job/c1/a',
    'jobtray:///job/c1/a',
    'jobtray://evil.example/job/c1/a',
    'jobtray://user:pass@job/c1/a',
    'jobtray://job:80/c1/a',
    'jobtray://quit/c1/a',
    'jobtray://forget?connection=c1&ids=a',
    'https://job/c1/a',
    'javascript:alert(1)',
    'jobtray:javascript:alert(1)',
    'file:///etc/passwd',
    ' jobtray://job/c1/a',
    'jobtray://job/c1/a b',
    'jobtray://job/c1/a\n--demo',
    'jobtray://job/c1/a\u0000',
    'jobtray://job/c1/a%00b',
    'jobtray://job/c1/a%0Ab',
    'jobtray://job/c1/%1B[31m',
    'jobtray://job/c1/..',
    'jobtray://job/c1/%2e%2e',
    'jobtray://job/c1/%252e%252e',
    'jobtray://job/c1/..%2F..%2Fadmin',
    'jobtray://job/c1/..%5Cadmin',
    'jobtray://job/../a',
    'jobtray://job/c1/%E0%A4%A',
    'jobtray://job/c1/%ff',
    'jobtray://job/c1/a%E2%80%AEb',
    'jobtray://job/c1/a\u202eb',
    `jobtray://job/c1/${'a'.repeat(257)}`,
    `jobtray://add?connection=c1&ids=${'a,'.repeat(5_000)}`,
    `jobtray://add?connection=c1&ids=${Array.from({ length: 101 }, (_, n) => `a${n}`).join()}`,
    'jobtray://add',
    'jobtray://add?',
    'jobtray://add?ids=a',
    'jobtray://add?connection=c1',
    'jobtray://add?connection=c1&ids=',
    'jobtray://add?connection=c1&ids=a&key=secret',
    'jobtray://add?connection=c1&ids=a&ids=b',
    'jobtray://add?connection=c1&ids=a=b',
    'jobtray://add?connection=c1&ids=a,..',
    'jobtray://add?connection=c1&ids=%22%3E%00',
  ])('%j', text => expect(readDeepLink(text)).toBeNull())

  test('whatever comes, the answer is a link of plain parts or none', () => {
    const anyLink = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }).map(text => `jobtray://job/c1/${encodeURIComponent(text)}`),
      fc.string({ unit: 'binary' }).map(text => `jobtray://add?connection=c1&ids=${encodeURIComponent(text)}`),
    )
    fc.assert(
      fc.property(anyLink, text => {
        for (const jobId of readDeepLink(text)?.jobIds ?? []) expect(jobId).not.toMatch(/[\p{Cc}\p{Cf}]|^\.\.?$/u)
      }),
    )
  })
})
