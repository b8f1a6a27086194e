import { describe, expect, it } from 'vitest'
import { meantJob, notWatched } from '../../src/cli/meant'
import { shortId } from '../../src/shared/job'

const job = (jobId: string, connectionId = 'c1') => ({ ref: { connectionId, jobId } })
const uuid = '3f2b8c1e-5d47-4a90-9e61-0c2d4b7f8a15'
const jobs = [
  job('enrichment-b825cf267c44'),
  job('crawl-0c2d4b7f'),
  job('crawl-ffff0000'),
  job('enrichment-ffff0000'),
  job(uuid, 'c2'),
  job('nightly-enrichmentofeverything-77aa', 'c2'),
]

describe('the part of an id that notifications and the window show', () => {
  it('asks for the whole id, of the one connection', () => {
    expect(meantJob(jobs, 'c1', 'b825cf267c44')).toBe(' Did you mean enrichment-b825cf267c44?')
    expect(meantJob(jobs, 'c1', 'FFFF0000')).toBe(' Did you mean crawl-ffff0000 or enrichment-ffff0000?')
    expect(meantJob(jobs, 'c2', 'b825cf267c44')).toBe('')
  })

  it('is known in each way it is cut', () => {
    for (const { ref } of jobs) expect(meantJob(jobs, ref.connectionId, shortId(ref.jobId))).toContain(ref.jobId)
  })

  it('means none where it is short, is a whole id, or fits many', () => {
    expect(meantJob(jobs, 'c1', '825')).toBe('')
    expect(meantJob(jobs, 'c1', 'crawl-0c2d4b7f')).toBe('')
    const many = ['1', '2', '3', '4'].map(end => job(`crawl-000${end}`))
    expect(meantJob(many, 'c1', 'crawl-')).toBe('')
  })

  it('stands in place of the advice to watch what does not exist', () => {
    expect(notWatched(jobs, 'c1', 'b825cf267c44')).toBe(
      'b825cf267c44 is not watched. Did you mean enrichment-b825cf267c44?',
    )
    expect(notWatched(jobs, 'c1', 'crawl-1234')).toBe('crawl-1234 is not watched. Add it with jobtray watch.')
  })
})
