import { describe, expect, it } from 'vitest'
import { familyOf } from '../../src/shared/family'
import { familyNotice } from '../../src/shared/family-notice'
import { type Outcome, refKey } from '../../src/shared/job'
import type { WatchedJob } from '../../src/shared/snapshot'
import { among, aParent, refOf } from '../support/a-family'
import { anEndedJob, aWatchedJob } from '../support/builders'

/** What it did; `told`: and a person has heard of it. */
type Child = Outcome | 'going' | 'gone' | `${Outcome}, told`

const childOf = (child: Child, jobId: string): WatchedJob => {
  const ref = refOf(jobId)
  if (child === 'going' || child === 'gone') return aWatchedJob({ ref, gone: child === 'gone' })
  return aWatchedJob({ ref, job: anEndedJob({ outcome: outcomeOf(child), jobType: 'csv_import' }) })
}
const outcomeOf = (child: string) => child.replace(', told', '') as Outcome

const wordFor = (own: Outcome, children: readonly Child[]) => {
  const list = children.map((child, index) => childOf(child, `fill-c00${index}`))
  const ids = list.map(({ ref }) => ref.jobId)
  const root = aParent('crawl-7a11', ids, { job: anEndedJob({ jobType: 'crawl', outcome: own }) })
  const covered = list.filter((_, index) => !children[index]?.endsWith(', told')).map(({ ref }) => refKey(ref))
  return familyNotice(familyOf(root, among([root, ...list])), 'Outfitters', new Set(covered))
}

describe('the word for a family', () => {
  it.each<[Outcome, readonly Child[], string, Outcome]>([
    ['succeeded', ['succeeded'], 'Crawl and its CSV import finished', 'succeeded'],
    ['warned', ['warned', 'warned'], 'Crawl and its 2 jobs finished with warnings', 'warned'],
    ['warned', ['succeeded', 'succeeded'], 'Crawl finished with warnings, its 2 jobs finished', 'warned'],
    ['warned', ['warned', 'succeeded'], 'Crawl finished with warnings', 'warned'],
    ['succeeded', ['warned'], 'Crawl finished, its CSV import finished with warnings', 'warned'],
    ['succeeded', ['warned', 'succeeded'], 'Crawl finished, 1 of its 2 jobs finished with warnings', 'warned'],
    ['succeeded', ['going', 'succeeded'], 'Crawl finished', 'succeeded'],
    ['succeeded', ['gone', 'succeeded'], 'Crawl finished', 'succeeded'],
  ])('that ended as %s with %j is “%s”', (own, children, title, outcome) => {
    expect(wordFor(own, children)).toMatchObject({ title, outcome })
  })

  it.each<[Outcome, readonly Child[], string, Outcome]>([
    ['succeeded', ['failed, told'], 'Crawl finished; its CSV import had failed', 'succeeded'],
    ['succeeded', ['partial, told'], 'Crawl finished; its CSV import had partly finished', 'succeeded'],
    ['succeeded', ['cancelled, told'], 'Crawl finished; its CSV import had been cancelled', 'succeeded'],
    ['warned', ['failed, told', 'succeeded'], 'Crawl finished with warnings; 1 of its 2 jobs had failed', 'warned'],
    ['succeeded', ['failed, told', 'warned', 'failed, told'], 'Crawl finished; 2 of its 3 jobs had failed', 'warned'],
    ['succeeded', ['succeeded, told', 'succeeded'], 'Crawl finished', 'succeeded'],
  ])(
    'is not told again what was told before: %s with %j is “%s”, and counts as %s',
    (own, children, title, outcome) => {
      expect(wordFor(own, children)).toMatchObject({ title, outcome })
    },
  )

  it('says what each did, naming the worst, and which job it is', () => {
    expect(wordFor('succeeded', ['succeeded', 'failed, told', 'going', 'gone', 'succeeded']).body).toBe(
      '100 of 100 items\nLinked jobs: CSV import c001 failed, 2 finished, 1 still running, 1 not found\n7a11 · Outfitters',
    )
  })
})
