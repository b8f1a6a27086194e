import { describe, expect, it } from 'vitest'
import { familyOf } from '../../src/shared/family'
import { familyMark, familyNotice } from '../../src/shared/family-wording'
import type { Outcome } from '../../src/shared/job'
import type { WatchedJob } from '../../src/shared/snapshot'
import { among, aParent, refOf } from '../support/a-family'
import { anEndedJob, aWatchedJob } from '../support/builders'

type Child = Outcome | 'going' | 'gone'
const childOf = (child: Child, jobId: string): WatchedJob => {
  if (child === 'going') return aWatchedJob({ ref: refOf(jobId) })
  return aWatchedJob(
    child === 'gone' ? { ref: refOf(jobId), gone: true } : { ref: refOf(jobId), job: anEndedJob({ outcome: child }) },
  )
}
const aFamily = (own: Outcome, children: readonly Child[]) => {
  const list = children.map((child, index) => childOf(child, `b${index}`))
  const ids = list.map(({ ref }) => ref.jobId)
  const root = aParent('crawl-7a11', ids, { job: anEndedJob({ jobType: 'crawl', outcome: own }) })
  return familyOf(root, among([root, ...list]))
}

describe('the word for a family', () => {
  it.each<[Outcome, readonly Child[], string, Outcome]>([
    ['succeeded', ['succeeded'], 'Crawl and its job finished', 'succeeded'],
    ['warned', ['succeeded', 'succeeded'], 'Crawl and its 2 jobs finished with warnings', 'warned'],
    ['succeeded', ['failed'], 'Crawl finished, its job failed', 'failed'],
    ['succeeded', ['failed', 'succeeded', 'failed'], 'Crawl finished, 2 of its 3 jobs failed', 'failed'],
    ['warned', ['partial', 'going'], 'Crawl finished with warnings, 1 of its 2 jobs partly finished', 'partial'],
    ['succeeded', ['cancelled', 'gone'], 'Crawl finished, 1 of its 2 jobs cancelled', 'cancelled'],
    ['succeeded', ['unknown'], 'Crawl finished, its job ended', 'unknown'],
    ['succeeded', ['going', 'succeeded'], 'Crawl finished', 'succeeded'],
    ['succeeded', ['gone', 'succeeded'], 'Crawl finished', 'succeeded'],
  ])('that ended as %s with %j is “%s”', (own, children, title, outcome) => {
    expect(familyNotice(aFamily(own, children), 'Outfitters')).toMatchObject({ title, outcome })
  })

  it('says what each did, worst first, and which job it is', () => {
    const family = aFamily('succeeded', ['succeeded', 'failed', 'going', 'gone', 'succeeded'])
    expect(familyNotice(family, 'Outfitters').body).toBe(
      '100 of 100 items\nIts jobs: 1 failed, 2 finished, 1 still running, 1 not found\n7a11 · Outfitters',
    )
  })
})

describe('the mark beside the first job', () => {
  it.each<[readonly Child[], string | null, Outcome | null]>([
    [[], null, null],
    [['gone'], null, null],
    [['succeeded', 'succeeded'], null, null],
    [['going'], 'linked job runs', null],
    [['going', 'succeeded', 'going'], '2 of 3 linked jobs running', null],
    [['failed'], 'linked job failed', 'failed'],
    [['failed', 'going', 'partial', 'gone'], '1 of 3 linked jobs failed', 'failed'],
  ])('of %j is %s', (children, text, outcome) => {
    expect(familyMark(aFamily('succeeded', children))).toEqual(text === null ? null : { text, outcome })
  })
})
