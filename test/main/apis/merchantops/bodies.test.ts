import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBody, progressBody } from '../../../../src/main/apis/merchantops/bodies'
import type { IssueInput, ProgressInput } from '../../../../src/shared/progress'

const sentBy = (body: { ok: boolean; value?: string }): unknown => (body.ok ? JSON.parse(body.value ?? '') : body)

const anIssue = (changes: Partial<IssueInput> = {}): IssueInput => ({
  entityKey: 'SKU-1',
  errorType: 'missing_image',
  message: 'No image.',
  ...changes,
})

describe('the body that creates a job', () => {
  it('E30: holds what was filled in', () => {
    expect(
      sentBy(createBody({ jobType: 'crawl', totalItems: 12, metadata: { feed: 'a' }, triggeredBy: 'user-1' })),
    ).toEqual({ job_type: 'crawl', total_items: 12, metadata: { feed: 'a' }, triggered_by: 'user-1' })
  })

  it('E30: leaves out what is blank and keeps a zero', () => {
    expect(sentBy(createBody({ jobType: 'crawl', totalItems: 0, metadata: {}, triggeredBy: ' ' }))).toEqual({
      job_type: 'crawl',
      total_items: 0,
    })
  })

  it.each([
    [{ jobType: ' ', totalItems: 1 }, 'job_type'],
    [{ jobType: 'crawl', totalItems: -1 }, 'total_items'],
    [{ jobType: 'crawl', totalItems: 1.5 }, 'total_items'],
    [{ jobType: 'crawl', totalItems: Number.NaN }, 'total_items'],
  ])('E30: refuses %j before anything is sent', (input, at) => {
    expect(createBody(input)).toMatchObject({ ok: false, fault: { kind: 'rejected', status: 0, complaints: [{ at }] } })
  })
})

describe('the body that reports progress', () => {
  it.each<[ProgressInput, object]>([
    [{ transition: { kind: 'start' } }, { mark_started: true }],
    [{ transition: { kind: 'complete' } }, { mark_completed: true }],
    [{ transition: { kind: 'fail', message: 'Feed is empty' } }, { mark_failed: 'Feed is empty' }],
    [{ totalItems: 0 }, { total_items: 0 }],
    [{ processedItems: 0 }, { processed_items: 0 }],
    [{ stage: 'uploading' }, { stage: 'uploading' }],
    [{ message: 'Half done' }, { message: 'Half done' }],
    [{ metadataPatch: { import_job_id: 'x', gone: null } }, { metadata_patch: { import_job_id: 'x', gone: null } }],
    [{ error: anIssue() }, { error: { entity_key: 'SKU-1', error_type: 'missing_image', message: 'No image.' } }],
    [
      { warning: anIssue({ entityType: 'product', step: 'fetch', details: { a: 1 } }) },
      {
        warning: {
          entity_key: 'SKU-1',
          error_type: 'missing_image',
          message: 'No image.',
          entity_type: 'product',
          step: 'fetch',
          details: { a: 1 },
        },
      },
    ],
  ])('E25: %j is sent as %j and nothing else', (input, body) => {
    expect(sentBy(progressBody(input))).toEqual(body)
  })

  it('E28: an error and a warning may go together', () => {
    const body = sentBy(progressBody({ error: anIssue(), warning: anIssue() }))
    expect(Object.keys(body as object)).toEqual(['error', 'warning'])
  })

  it('E29: a blank entity type is left to the server', () => {
    expect(sentBy(progressBody({ error: anIssue({ entityType: ' ', step: '' }) }))).toEqual({
      error: { entity_key: 'SKU-1', error_type: 'missing_image', message: 'No image.' },
    })
  })

  it.each<[ProgressInput, string]>([
    [{}, ''],
    [{ stage: '', message: '  ', metadataPatch: {} }, ''],
    [{ transition: { kind: 'fail', message: ' ' } }, 'mark_failed'],
    [{ totalItems: -1 }, 'total_items'],
    [{ processedItems: 0.5 }, 'processed_items'],
  ])('E25, E26: refuses %j before anything is sent', (input, at) => {
    expect(progressBody(input)).toMatchObject({
      ok: false,
      fault: { kind: 'rejected', status: 0, complaints: [{ at }] },
    })
  })

  it('E25, E26: never sends null, false, or two marks, whatever is filled in', () => {
    const text = fc.string()
    const count = fc.nat()
    const issue = fc.record(
      { entityKey: text, errorType: text, message: text, entityType: text, step: text },
      { requiredKeys: ['entityKey', 'errorType', 'message'] },
    )
    const transition = fc.oneof(
      fc.constant({ kind: 'start' } as const),
      fc.constant({ kind: 'complete' } as const),
      text.map(message => ({ kind: 'fail', message }) as const),
    )
    const input = fc.record(
      {
        transition,
        totalItems: count,
        processedItems: count,
        stage: text,
        message: text,
        error: issue,
        warning: issue,
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(input, filled => {
        const body = progressBody(filled)
        if (!body.ok) return
        const sent: object = JSON.parse(body.value)
        expect(body.value).not.toMatch(/:(null|false)[,}]/)
        expect(Object.keys(sent).filter(name => name.startsWith('mark_')).length).toBeLessThanOrEqual(1)
        expect('total_items' in sent).toBe('totalItems' in filled)
        expect('processed_items' in sent).toBe('processedItems' in filled)
      }),
      { numRuns: 1_000 },
    )
  })
})
