import { expect, test } from 'vitest'
import { readTemplates, templateText, withTemplate } from '../../../../src/renderer/post/create/template-file'

const nightly = { name: 'Nightly', input: { jobType: 'enrichment', totalItems: 0, metadata: { feed: 'eu' } } }

test('templates shared as a file come back as they were', () => {
  expect(readTemplates(templateText([nightly]))).toEqual({ ok: true, templates: [nightly] })
})

test.each([
  ['{', 'not a file of templates'],
  ['{"a": 1}', 'not a file of templates'],
  ['[{"name": "x", "input": {"jobType": "x", "totalItems": null}}]', 'not a file of templates'],
])('%s is refused with a reason', (text, why) => {
  expect(readTemplates(text)).toEqual({ ok: false, why: expect.stringContaining(why) })
})

test('one of the same name takes the place of the other, and they stand by name', () => {
  const crawl = { name: 'Crawl', input: { jobType: 'crawl' } }
  const after = withTemplate(withTemplate([nightly], crawl), { ...nightly, input: { jobType: 'other' } })
  expect(after.map(({ name, input }) => `${name} ${input.jobType}`)).toEqual(['Crawl crawl', 'Nightly other'])
})
