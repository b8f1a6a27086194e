import { expect, test } from 'vitest'
import { begunCreate } from '../../../../src/renderer/post/create/begun-create'
import { emptyCreate } from '../../../../src/renderer/post/forms/create-form'
import { emptyProgress } from '../../../../src/renderer/post/forms/progress-form'
import { begunReport } from '../../../../src/renderer/post/report/begun-report'
import { aPost } from '../../support/a-post'

const ref = { connectionId: 'c1', jobId: 'enrichment-5f2c81d0' }
const typed = JSON.stringify({ ...emptyProgress, patch: '{"half": ' })
const draft = aPost({ id: 'draft', state: 'draft', form: typed })
const begin = (posts: Parameters<typeof begunReport>[0], postId: string | null = null) =>
  begunReport(posts, ref, postId, () => 'new')

test('with nothing kept, a new report begins empty', () => {
  expect(begin([])).toEqual({ id: 'new', form: emptyProgress })
  expect(begin([aPost({ state: 'sent' }), aPost({ state: 'refused' })])).toEqual({ id: 'new', form: emptyProgress })
})

test('the newest draft of the job is gone on with, as it was typed', () => {
  const begun = begin([aPost({ id: 'older', state: 'draft', form: typed }), draft])
  expect([begun.id, begun.form.patch]).toEqual(['draft', '{"half": '])
})

test('a draft of another job, or one of a run, is left alone', () => {
  const other = { connectionId: 'c2', jobId: 'enrichment-5f2c81d0' }
  expect(
    begin([
      { ...draft, ref: other },
      { ...draft, runId: 'r' },
    ]).id,
  ).toBe('new')
})

test('the one that was asked for comes first, and one that is over is not written on', () => {
  const refused = aPost({ id: 'refused', state: 'refused' })
  expect(begin([refused, draft], 'refused')).toEqual({ id: 'refused', form: { ...emptyProgress, processed: '5' } })
  expect(begin([aPost({ id: 'sent', state: 'sent' })], 'sent').id).toBe('new')
})

test('a creation is gone on with only when it was asked for', () => {
  const kept = aPost({ id: 'p', state: 'draft', ref: null, content: { kind: 'create', input: { jobType: 'crawl' } } })
  expect(begunCreate([kept], null, () => 'new')).toEqual({ id: 'new', form: emptyCreate, connectionId: null })
  expect(begunCreate([kept], 'p', () => 'new')).toEqual({
    id: 'p',
    form: { ...emptyCreate, jobType: 'crawl' },
    connectionId: 'c1',
  })
})
