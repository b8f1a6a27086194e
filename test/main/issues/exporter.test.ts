import { mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Course } from '../../../src/main/issues/courses'
import { createExporter } from '../../../src/main/issues/exporter'
import { type ExportForm, type ExportProgress, noFilter } from '../../../src/shared/issues'
import type { JobIssue } from '../../../src/shared/job'
import { aWatchedJob } from '../../support/builders'
import { entries, entry, someLists } from './some-lists'

const { ref } = aWatchedJob()

type Disk = {
  /** The write that finds it full. */
  readonly failAt?: number
  /** Bytes that it takes in one go. */
  readonly takes?: number
}

async function anExport(errors: readonly JobIssue[], { failAt = Number.POSITIVE_INFINITY, takes }: Disk = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'jobtray-export-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const { journal, reader } = someLists()
  const progress: Omit<ExportProgress, 'id'>[] = []
  /** What happens to the list after each of the pages. */
  const whileItRuns: (() => void)[] = []
  const lay = (errors: readonly JobIssue[]) => journal.details.lay(ref, { errors })
  let writes = 0
  const save = createExporter({
    reader,
    nameOf: id => `=name of ${id}`,
    copy: () => undefined,
    chooseFile: async suggested => join(folder, suggested),
    files: {
      rename,
      remove: file => rm(file, { force: true }),
      async open(file) {
        const handle = await open(file, 'w')
        const write = (bytes: Uint8Array) => {
          writes += 1
          if (writes > failAt) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
          return handle.write(bytes.subarray(0, takes))
        }
        return { write, sync: () => handle.sync(), close: () => handle.close() }
      },
    },
  })
  const stopper = new AbortController()
  const course: Course = {
    signal: stopper.signal,
    tell(step, done, total) {
      progress.push({ step, done, total })
      whileItRuns.shift()?.()
    },
  }
  const run = async (form: ExportForm, filter = noFilter, refs = [ref]) => {
    const answer = await save(refs, 'errors', filter, form, course)
    return { answer, text: answer === null ? '' : await readFile(answer.file, 'utf8') }
  }
  lay(errors)
  return { run, progress, folder, whileItRuns, lay, stop: () => stopper.abort() }
}

const columns = 'connection,job_id,entity_key,entity_type,error_type,step,message,timestamp,details'

it('CSV has a line for each entry, and no cell that a sheet would run', async () => {
  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1']
  const { run } = await anExport([
    ...formulas.map((message, index) => entry(index, { message })),
    entry(9, { message: 'a "b", c\nd', step: null, details: { '=x': 1 } }),
  ])
  const { text, answer } = await run('csv')
  expect(answer?.written).toBe(8)
  expect(text.startsWith(`\ufeff${columns}\r\n`)).toBe(true)
  const source = `'=name of ${ref.connectionId},${ref.jobId}`
  expect(text).toContain(
    `${source},SKU-9,product,target_gap,,"a ""b"", c\nd",2023-11-14T22:13:29.000Z,"{""=x"":1}"\r\n`,
  )
  for (const formula of formulas) expect(text).toContain(`,'${formula},`)
})

it('JSON lines have the vendor’s names, newest first; keys come once each', async () => {
  const { run } = await anExport([entry(1, { message: 'old' }), entry(2), entry(1, { message: '=new' })])
  const lines = (await run('jsonl')).text.trimEnd().split('\n')
  expect(lines.map(line => JSON.parse(line))).toMatchObject([
    { entity_key: 'SKU-1', error_type: 'target_gap', message: '=new', details: null },
    { entity_key: 'SKU-2' },
    { entity_key: 'SKU-1', message: 'old' },
  ])
  expect((await run('keys')).text).toBe('SKU-1\nSKU-2\n')
})

it('a time is written in UTC whatever zone the server wrote it in, and as it is where it is none', async () => {
  const { run } = await anExport([
    entry(1, { timestamp: '2026-03-01T12:00:00+02:00' }),
    entry(2, { timestamp: 'yesterday' }),
    entry(3, { timestamp: null }),
  ])
  const { text } = await run('jsonl')
  const { connectionId, jobId } = ref
  expect(
    text
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line)),
  ).toMatchObject([
    { connection: `=name of ${connectionId}`, job_id: jobId, timestamp: null },
    { timestamp: 'yesterday' },
    { timestamp: '2026-03-01T10:00:00.000Z' },
  ])
})

it('a group alone, or what a search finds, can be saved', async () => {
  const { run } = await anExport(entries(1_203))
  const kind = { errorType: 'target_gap', step: 'download', entityType: 'product' }
  expect((await run('jsonl', { ...noFilter, kind })).answer?.written).toBe(301)
  expect((await run('keys', { ...noFilter, search: 'SKU-12' })).answer?.written).toBe(14)
})

it('tells how far it is, to the end', async () => {
  const { run, progress } = await anExport(entries(1_203))
  await run('csv')
  expect(progress.map(({ done }) => done)).toEqual([500, 1_000, 1_203])
})

it('a disk that is full leaves neither the file nor half of it, and the one there was stays', async () => {
  const { run, folder } = await anExport(entries(1_203), { failAt: 1 })
  const { text } = await run('keys')
  await expect(run('keys')).rejects.toThrow('full')
  expect(await readdir(folder)).toEqual(['enrichment-5f2c81d0-errors-keys.txt'])
  expect(await readFile(join(folder, 'enrichment-5f2c81d0-errors-keys.txt'), 'utf8')).toBe(text)
})

it('errors of several jobs are one file, each line with its job, each key once', async () => {
  const { run } = await anExport([entry(1), entry(2)])
  const rerun = { ...ref, jobId: 'another' }
  const { text, answer } = await run('jsonl', noFilter, [ref, rerun, ref])
  expect(
    text
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line).job_id),
  ).toEqual([1, 2, 3, 4].map(() => ref.jobId))
  expect(answer?.file).toMatch(/3-jobs-errors\.jsonl$/)
  expect((await run('csv', noFilter, [ref, ref])).text.split(columns)).toHaveLength(2)
  expect((await run('keys', noFilter, [ref, ref])).answer?.written).toBe(2)
})

it('of several jobs it is told how many are written', async () => {
  const { run, progress } = await anExport(entries(501))
  await run('jsonl', noFilter, [ref, ref])
  expect(progress).toEqual([0, 0, 1, 1].map(done => ({ step: 'jobs', done, total: 2 })))
})

it('what is cancelled meanwhile leaves no file, and no half of one', async () => {
  const { run, whileItRuns, stop, folder } = await anExport(entries(1_203))
  whileItRuns.push(stop)
  await expect(run('csv')).rejects.toThrow('aborted')
  expect(await readdir(folder)).toEqual([])
})

it('what a disk takes piece by piece, as one that is nearly full does, is whole all the same', async () => {
  const { run } = await anExport([entry(1, { entityKey: 'Größe' }), entry(2)], { takes: 3 })
  expect((await run('keys')).text).toBe('SKU-2\nGröße\n')
})

it('a list that grows meanwhile is saved as it was when that began: each entry once, and none is missing', async () => {
  const { run, whileItRuns, lay, progress } = await anExport(entries(1_203))
  whileItRuns.push(
    () => lay(entries(1_213)),
    () => lay(entries(1_720)),
  )
  const { text, answer } = await run('jsonl')
  const keys = text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line).entity_key)
  expect(keys).toEqual(
    entries(1_203)
      .map(({ entityKey }) => entityKey)
      .toReversed(),
  )
  expect(answer?.written).toBe(1_203)
  expect(progress.at(-1)).toEqual({ step: 'entries', done: 1_203, total: 1_203 })
})

it('a list that begins anew meanwhile comes to an end', async () => {
  const { run, whileItRuns, lay } = await anExport(entries(1_203))
  whileItRuns.push(() => lay(entries(3)))
  expect((await run('jsonl')).answer?.written).toBe(500)
})
