import { describe, expect, it } from 'vitest'
import { familyOf } from '../../src/shared/family'
import { familyMark, namedMembers } from '../../src/shared/family-wording'
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

describe('what a family did, for whoever has no list of it', () => {
  it('names the worst two with what failed in them, and counts the rest', () => {
    const family = aFamily('succeeded', ['succeeded', 'partial', 'failed', 'going', 'gone', 'failed', 'succeeded'])
    expect(namedMembers(family)).toBe(
      'Linked jobs: Enrichment b2 failed, Enrichment b5 failed, 1 partly finished, 2 finished, 1 still running, 1 not found',
    )
  })

  it('always names a single one, and what failed in it', () => {
    const child = aWatchedJob({
      ref: refOf('fill-77a0'),
      job: anEndedJob({ outcome: 'partial', failed: 12, warned: 1 }),
    })
    const root = aParent('crawl-7a11', ['fill-77a0'])
    expect(namedMembers(familyOf(root, among([root, child])))).toBe(
      'Linked job: Enrichment 77a0 partly finished (12 items failed, 1 warning)',
    )
    expect(namedMembers(aFamily('succeeded', ['succeeded']))).toBe('Linked job: Enrichment b0 finished')
    expect(namedMembers(aFamily('succeeded', []))).toBe('')
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
