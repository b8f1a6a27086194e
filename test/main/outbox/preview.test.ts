import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merchantopsApi } from '../../../src/main/apis/merchantops/client'
import { cautionsOf } from '../../../src/main/outbox/cautions'
import { curlOf } from '../../../src/main/outbox/curl'
import { previewOf } from '../../../src/main/outbox/preview'
import type { Connection } from '../../../src/shared/connection'
import { bad, good } from '../../../src/shared/fault'
import type { PostContent } from '../../../src/shared/outbox'
import type { ProgressInput } from '../../../src/shared/progress'
import { aJob, anEndedJob } from '../../support/builders'
import { aConnection } from '../apis/builders'
import { notConnected } from './an-outbox'

const writingOf = (own: Partial<Connection> = {}) => {
  const { writing } = merchantopsApi(
    aConnection(own),
    async () => bad(notConnected),
    async () => good('a real key'),
  )
  if (writing === null) throw new Error('MerchantOps can write')
  return writing
}
const report = (input: ProgressInput): PostContent => ({ kind: 'progress', jobId: 'crawl 1', input })
const preview = (content: PostContent, own: Partial<Connection> = {}) => previewOf(writingOf(own), content, null, true)

describe('the preview of a post', () => {
  it('is the request byte for byte, without the key', () => {
    const { request, complaints } = preview(report({ stage: 'it’s' }), { organization: 'org-1' })
    expect(complaints).toEqual([])
    expect(request).toEqual({
      method: 'POST',
      url: 'https://api.example.com/api/jobs/crawl%201/progress',
      headers: [
        { name: 'authorization', value: 'Bearer $JOBTRAY_KEY' },
        { name: 'x-organization-id', value: 'org-1' },
        { name: 'content-type', value: 'application/json' },
      ],
      body: '{"stage":"it’s"}',
      curl: `curl -X POST 'https://api.example.com/api/jobs/crawl%201/progress' \\
  -H "authorization: Bearer $JOBTRAY_KEY" \\
  -H 'x-organization-id: org-1' \\
  -H 'content-type: application/json' \\
  --data-raw '{"stage":"it’s"}'`,
    })
    expect(JSON.stringify(request)).not.toContain('a real key')
  })

  it('E31: of a creation ends in a slash', () => {
    const content = { kind: 'create', input: { jobType: 'crawl', totalItems: 0 } } as const
    expect(preview(content).request).toMatchObject({
      url: 'https://api.example.com/api/jobs/',
      body: '{"job_type":"crawl","total_items":0}',
    })
  })

  it.each<[PostContent, readonly string[]]>([
    [report({}), ['']],
    [report({ processedItems: -1, totalItems: 0.5 }), ['total_items', 'processed_items']],
    [{ kind: 'create', input: { jobType: '' } }, ['job_type', 'total_items']],
    [{ kind: 'progress', jobId: '..', input: { stage: 'a' } }, ['job_id']],
  ])('of %j has a complaint at %j', (content, places) => {
    const { request, complaints } = preview(content)
    expect(request).toBeNull()
    expect(complaints.map(({ at }) => at)).toEqual(places)
  })
})

describe('what a person should know before', () => {
  it.each<[ProgressInput, Parameters<typeof cautionsOf>[1], boolean, readonly string[]]>([
    [{ stage: 'a' }, aJob(), true, []],
    [{ stage: 'a' }, aJob(), false, ['not-created-here']],
    [{ transition: { kind: 'complete' } }, aJob({ total: null }), true, ['cannot-be-taken-back']],
    [{ transition: { kind: 'fail', message: 'x' } }, anEndedJob(), true, ['cannot-be-taken-back', 'has-ended']],
    [{ transition: { kind: 'start' } }, anEndedJob(), true, ['reopens']],
    [{ metadataPatch: { stage: 'a', last_message: null } }, null, true, ['patch-names-stage', 'patch-with-null']],
    [{ processedItems: 101 }, aJob({ total: 100, processed: 40 }), true, ['more-than-total']],
    [{ processedItems: 101, totalItems: 200 }, aJob({ total: 100, processed: 40 }), true, []],
    [
      { transition: { kind: 'complete' } },
      aJob({ total: 100, processed: 40, failed: 60 }),
      true,
      ['cannot-be-taken-back'],
    ],
    [
      { transition: { kind: 'complete' } },
      aJob({ total: 100, processed: 40, failed: 1 }),
      true,
      ['cannot-be-taken-back', 'leaves-items'],
    ],
    [{ processedItems: 3 }, aJob({ total: 100, processed: 40 }), true, ['fewer-than-before']],
    [
      { transition: { kind: 'complete' } },
      aJob({ total: null, errorsListed: 3 }),
      true,
      ['cannot-be-taken-back', 'errors-uncounted'],
    ],
    [
      { transition: { kind: 'complete' } },
      aJob({ total: null, failed: 3, errorsListed: 3 }),
      true,
      ['cannot-be-taken-back'],
    ],
    [{ transition: { kind: 'fail', message: 'x' } }, aJob({ errorsListed: 3 }), true, ['cannot-be-taken-back']],
  ])('E26, E27, E45: %j', (input, job, createdHere, cautions) => {
    expect(cautionsOf(report(input), job, createdHere)).toEqual(cautions)
  })
})

describe('the request as curl', () => {
  it('reaches curl as it is, whatever is in it, with the key from the environment', () => {
    const sign = fc.constantFrom("'", '"', '\\', '$', '`', '!', '\n', '@', ' ', 'é', '{', 'a')
    const text = fc.array(sign, { maxLength: 12 }).map(signs => signs.join(''))
    // many in one shell: to start one takes longer than all it is asked here
    const requests = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 40, size: 'max' })
    fc.assert(
      fc.property(requests, asked => {
        const commands = asked.map(([body, organization]) => {
          const headers = { authorization: `Bearer $JOBTRAY_KEY`, 'x-odd': organization }
          return curlOf({ url: 'https://api.example.com/a', headers, body })
        })
        const script = [`curl() { printf '%s\\0' "$@"; }`, ...commands].join('\n')
        const { stdout } = spawnSync('sh', ['-c', script], { env: { JOBTRAY_KEY: 'k"$`' }, encoding: 'utf8' })
        const words = asked.flatMap(([body, organization]) => [
          ...['-X', 'POST', 'https://api.example.com/a'],
          ...['-H', 'authorization: Bearer k"$`', '-H', `x-odd: ${organization}`, '--data-raw', body],
        ])
        expect(stdout.split('\0').slice(0, -1)).toEqual(words)
      }),
      { numRuns: 8 },
    )
  })
})
