import { describe, expect, it } from 'vitest'
import { readMetadata } from '../../../../src/main/apis/merchantops/metadata'

const linksOf = (metadata: Record<string, unknown>) =>
  readMetadata(metadata, 'crawl-1').links.map(({ via, jobId }) => `${via}=${jobId}`)

describe('the metadata of a job', () => {
  it('names other jobs, the known name first', () => {
    expect(
      linksOf({ export_job_ids: ['e-1', 'e-2'], import_job_id: 'i-1', job_id: 'x', note: 'y', retry_job_id: 'r-1' }),
    ).toEqual(['import_job_id=i-1', 'export_job_ids=e-1', 'export_job_ids=e-2', 'retry_job_id=r-1'])
  })

  it.each<[string, Record<string, unknown>]>([
    ['a number', { import_job_id: 7 }],
    ['null', { import_job_id: null }],
    ['an object', { import_job_id: { id: 'a' } }],
    ['a list of others', { import_job_ids: [7, null, { id: 'a' }] }],
    ['nothing', { import_job_id: '' }],
    ['dots', { import_job_id: '..' }],
    ['control characters', { import_job_id: 'a\u0000b' }],
    ['too long', { import_job_id: 'a'.repeat(300) }],
    ['the job itself', { import_job_id: 'crawl-1' }],
  ])('E37: makes no link of %s', (_what, metadata) => {
    expect(linksOf(metadata)).toEqual([])
  })

  it('E37: names each job once and a hundred at most', () => {
    const ids = Array.from({ length: 500 }, (_, index) => `j-${index}`)
    expect(linksOf({ import_job_id: 'j-0', other_job_ids: ids })).toHaveLength(100)
  })

  it('E37: looks at names that end in _job_id or _job_ids only', () => {
    expect(linksOf({ jobid: 'a', job_idx: 'b', my_job_id_old: 'c', 'x_job_id ': 'd' })).toEqual([])
  })

  it.each<[unknown, string | null]>([
    ['uploading', 'uploading'],
    ['  two\nlines ', 'two lines'],
    ['', null],
    [7, null],
    [null, null],
    [undefined, null],
  ])('has the stage %j as %j', (stage, shown) => {
    expect(readMetadata({ stage }, 'crawl-1').stage).toBe(shown)
  })

  it('reads no inherited name', () => {
    expect(readMetadata(Object.create({ stage: 'inherited' }), 'crawl-1').stage).toBeNull()
  })
})
