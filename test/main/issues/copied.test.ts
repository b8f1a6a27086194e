import { expect, it } from 'vitest'
import { mostCopied } from '../../../src/main/issues/copied'
import { createExporter } from '../../../src/main/issues/exporter'
import { type IssueFilter, noFilter } from '../../../src/shared/issues'
import type { JobIssue } from '../../../src/shared/job'
import { entries, entry, someLists } from './some-lists'

const refs = ['a', 'b'].map(jobId => ({ connectionId: 'c1', jobId }))

const noDisk = () => Promise.reject(new Error('no file is asked for'))

/** Copies the keys of what two jobs list. */
async function copying(lists: readonly (readonly JobIssue[])[], filter: IssueFilter = noFilter) {
  const { journal, reader } = someLists(refs)
  for (const [index, ref] of refs.entries()) journal.details.lay(ref, { errors: lists[index] ?? [] })
  const copied: string[] = []
  const save = createExporter({
    reader,
    nameOf: () => '',
    copy: text => copied.push(text),
    chooseFile: noDisk,
    files: { open: noDisk, rename: noDisk, remove: noDisk },
  })
  const course = { signal: new AbortController().signal, tell: () => undefined }
  const answer = save(refs, 'errors', filter, 'copy', course)
  await answer.catch(() => undefined)
  return { answer, copied }
}

it('the keys of all jobs are copied, each once and one a line, and no file is asked for', async () => {
  const { answer, copied } = await copying([
    [entry(1), entry(2), entry(3, { entityKey: '' })],
    [entry(2), entry(4, { entityKey: 'two\nlines' })],
  ])
  expect(await answer).toEqual({ file: '', written: 3 })
  expect(copied.map(text => text.split('\n').sort())).toEqual([['SKU-1', 'SKU-2', 'two lines']])
})

it('what a search finds is copied alone, and where nothing has a key the clipboard stays as it is', async () => {
  const { answer, copied } = await copying([entries(40)], { ...noFilter, search: 'SKU-39' })
  expect([await answer, copied]).toEqual([{ file: '', written: 1 }, ['SKU-39']])
  const none = await copying([[entry(1, { entityKey: '' })]])
  expect([await none.answer, none.copied]).toEqual([{ file: '', written: 0 }, []])
})

it('more than a clipboard should hold is refused in a sentence, and nothing is copied', async () => {
  const long = Array.from({ length: 10 }, (_, nth) => entry(nth, { entityKey: `${nth}`.repeat(mostCopied / 10) }))
  const { answer, copied } = await copying([long])
  await expect(answer).rejects.toThrow('These are too many keys for the clipboard. Save them as a file instead.')
  expect(copied).toEqual([])
})
