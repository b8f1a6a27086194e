import { expect, it } from 'vitest'
import { aSandbox } from '../support/a-sandbox'

const answer = (more: object) => ({ fault: { kind: 'answer', status: 503, ...more } })

it.each([
  [
    'a header name with a blank',
    answer({ headers: { 'a b': 'c' } }),
    /^fault\.headers\.a b \(of kind answer\): is not a name/,
  ],
  [
    'a header value of two lines',
    answer({ headers: { a: 'c\nd' } }),
    /^fault\.headers\.a \(of kind answer\): is not a value/,
  ],
  [
    'a header value beyond Latin-1',
    answer({ headers: { a: '→' } }),
    /^fault\.headers\.a \(of kind answer\): is not a value/,
  ],
  [
    'a Location of two lines',
    { fault: { kind: 'redirect', status: 302, to: 'a\nb' } },
    /^fault\.to \(of kind redirect\): /,
  ],
  ['a status that is none', answer({ status: 'high' }), /^fault\.status \(of kind answer\): .*number/],
  ['a field of another kind', { fault: { kind: 'reset', ms: 5 } }, /^fault \(of kind reset\): .*"ms"/],
  ['an unknown kind', { fault: { kind: 'nonsense' } }, /^fault\.kind: .*answer.*drop-after-apply/],
  ['no fault', {}, /^fault: /],
  ['the second rule of a list', [answer({}), answer({ status: 1 })], /^1\.fault\.status \(of kind answer\): /],
  ['no rule at all', 5, /^The body: /],
])('%s is refused by the field’s name', async (_what, rule, detail) => {
  const sandbox = await aSandbox()
  expect(await sandbox.control('POST', '/faults', rule)).toMatchObject({
    status: 422,
    body: { detail: expect.stringMatching(detail) },
  })
  expect((await sandbox.control('GET', '/faults')).body).toEqual([])
})

it('takes every header that HTTP can carry', async () => {
  const sandbox = await aSandbox()
  const headers = { 'x-odd!': 'tab\there, caf\u00e9', 'x-empty': '' }
  expect((await sandbox.control('POST', '/faults', answer({ headers }))).status).toBe(201)
  const { status, headers: got } = await sandbox.get('/api/jobs/x')
  expect([status, got.get('x-odd!'), got.get('x-empty')]).toEqual([503, 'tab\there, caf\u00e9', ''])
})
