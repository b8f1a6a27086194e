import { describe, expect, it } from 'vitest'
import { createFiler } from '../../../src/main/issues/filer'
import { aWatchedJob } from '../../support/builders'
import { fakeClock } from '../../support/fake-clock'
import { entries, someLists } from './some-lists'

const refs = Array.from({ length: 120 }, (_, index) => ({
  connectionId: aWatchedJob().ref.connectionId,
  jobId: `j${index}`,
}))

/** 120 jobs with one page of errors each, and a filer for them. */
function waitingPages() {
  const { journal } = someLists(refs)
  for (const ref of refs) journal.details.lay(ref, { errors: entries(2) })
  const clock = fakeClock()
  const troubles: unknown[] = []
  const filed = () => refs.filter(ref => journal.filing.tallies(ref, 'errors').size > 0).length
  const trouble = (_: string, error: unknown) => void troubles.push(error)
  return { journal, clock, troubles, filed, trouble }
}

describe('filing what was written of long lists', () => {
  it('files all that waits in turns, and leaves pauses between them', async () => {
    const { journal, clock, filed, trouble } = waitingPages()
    createFiler({ filing: journal.filing, clock, trouble }).wake()
    await clock.pass(500)
    expect(filed()).toBe(50)
    await clock.pass(24)
    expect(filed()).toBe(50)
    await clock.pass(1_000)
    expect(filed()).toBe(120)
    expect(clock.pending()).toBe(0)
  })

  it('ends a turn when its time is over', async () => {
    const { journal, clock, filed, trouble } = waitingPages()
    let now = 0
    const slow = { after: clock.after, monotonic: () => (now += 2) }
    createFiler({ filing: journal.filing, clock: slow, trouble }).wake()
    await clock.pass(500)
    expect(filed()).toBe(3)
  })

  it('files what comes before a page that cannot be read, though one refusal takes a whole turn back', async () => {
    const { journal, clock, filed, trouble, troubles } = waitingPages()
    let reads = 0
    const filing: typeof journal.filing = {
      ...journal.filing,
      fileSome: goesOn =>
        journal.filing.fileSome(() => {
          if (++reads === 10) throw new Error('ill')
          return goesOn()
        }),
    }
    createFiler({ filing, clock, trouble }).wake()
    await clock.pass(500)
    expect([filed(), troubles.length]).toEqual([0, 1])
    await clock.pass(60_000)
    expect(filed()).toBe(1)
    await clock.pass(1_000)
    expect(filed()).toBe(120)
  })
})
