import { expect, test } from 'vitest'
import { type CreateForm, createFormOf, emptyCreate, readCreate } from '../../../../src/renderer/post/forms/create-form'
import type { CreateInput } from '../../../../src/shared/progress'

test.each<[Partial<CreateForm>, CreateInput]>([
  [{}, { jobType: '' }],
  [
    { jobType: ' crawl ', total: '0' },
    { jobType: 'crawl', totalItems: 0 },
  ],
  [{ jobType: 'crawl', total: '', metadata: '  ', triggeredBy: ' ' }, { jobType: 'crawl' }],
  [
    { jobType: 'crawl', total: '12', metadata: '{"a": null}', triggeredBy: 'nightly' },
    { jobType: 'crawl', totalItems: 12, metadata: { a: null }, triggeredBy: 'nightly' },
  ],
])('%o is sent as %o', (own, input) => {
  expect(readCreate({ ...emptyCreate, ...own })).toStrictEqual({ input, complaints: [] })
})

test('a mistake in the metadata is named with its line and column', () => {
  const { input, complaints } = readCreate({ ...emptyCreate, jobType: 'x', metadata: '{\n  "a": 1;\n}' })
  expect(complaints).toEqual([{ at: 'metadata', message: expect.stringMatching(/^Line 2, column 9: /) }])
  expect(input).not.toHaveProperty('metadata')
})

test('a template fills the form so that it says the same again', () => {
  const input: CreateInput = { jobType: 'crawl', totalItems: 0, metadata: { a: { b: 1 } } }
  expect(readCreate(createFormOf(input)).input).toEqual(input)
})
