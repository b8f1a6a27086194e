import { describe, expect, it } from 'vitest'
import { changesBetween } from '../../../src/main/watch/changes'
import { endedOnTheList } from '../../../src/main/watch/first-look'
import type { Job } from '../../../src/shared/job'
import { anEndedJob, anUnseenJob } from '../../support/builders'

const added = '2026-03-02T12:00:00.000Z'
const at = (seconds: number) => new Date(Date.parse(added) + seconds * 1_000).toISOString()
const minute = 60_000

/** An ended job, as its first good look shows it. */
const ended = (own: Partial<Job>, seenAt = at(1)) => {
  const job = anEndedJob({ createdAt: at(-600), startedAt: at(-500), completedAt: null, ...own })
  return { job, after: anUnseenJob({ addedAt: added, job, seenAt }) }
}
const isNews = (own: Partial<Job>, seenAt?: string, clockAheadMs = 0) => {
  const { job, after } = ended(own, seenAt)
  return endedOnTheList(after, job, clockAheadMs)
}

describe('an ending that the first good look shows', () => {
  it('is news when the server says that it came after the job was added, and only then', () => {
    expect([-1, 0, 1].map(seconds => isNews({ completedAt: at(seconds) }, at(3_600)))).toEqual([false, false, true])
  })

  it('is timed by the server’s clock, as far as that is known to be wrong', () => {
    // Ten minutes ahead, the end of five minutes ago reads as one of five minutes to come.
    expect(isNews({ completedAt: at(300) }, at(1), 10 * minute)).toBe(false)
    expect(isNews({ completedAt: at(-300) }, at(900), -10 * minute)).toBe(true)
  })

  it('is timed by its start and duration where no end is told', () => {
    expect(isNews({ durationSeconds: 501 })).toBe(true)
    expect(isNews({ durationSeconds: 499 }, at(3_600))).toBe(false)
  })

  it('came later for certain when the job itself began, or was made, after it was added', () => {
    expect(isNews({ startedAt: at(2) })).toBe(true)
    expect(isNews({ startedAt: null, createdAt: at(2) })).toBe(true)
  })

  it('without any time is taken for old when the look came at once, and for news when nobody could see it for minutes', () => {
    const untold = { createdAt: null, startedAt: null, completedAt: 'soon' }
    expect([60, 120, 121].map(seconds => isNews(untold, at(seconds)))).toEqual([false, false, true])
  })

  it('counts from when the job that led to it was added, if that could not be seen either', () => {
    const { job, after } = ended({ completedAt: at(-60) })
    expect(endedOnTheList({ ...after, newsSince: at(-120) }, job, 0)).toBe(true)
  })

  it('is a change, of a failure as well; a start at the first look is none', () => {
    const { after } = ended({ completedAt: at(5), outcome: 'failed', status: 'failed' })
    expect(changesBetween(anUnseenJob(), after)).toEqual([{ kind: 'ended', outcome: 'failed', epoch: 0 }])
    expect(changesBetween(anUnseenJob(), after, null, minute)).toEqual([])
  })
})
