import { describe, expect, it } from 'vitest'
import { createDoorbell } from '../../../src/main/shell/doorbell'
import type { Place } from '../../../src/shared/snapshot'

const job: Place = { view: 'job', ref: { connectionId: 'c1', jobId: 'crawl-1' } }

function aDoorbell() {
  const opened: (Place | null)[] = []
  return { bell: createDoorbell(), opened, opener: (place: Place | null) => void opened.push(place) }
}

describe('a wish for the window', () => {
  it('is heard at once when there is someone to open it', () => {
    const { bell, opened, opener } = aDoorbell()
    bell.answer(opener)
    expect(opened).toEqual([])
    bell.ring(job)
    bell.ring(null)
    expect(opened).toEqual([job, null])
  })

  it('made while still starting is kept, the last one of several, and heard once', () => {
    const { bell, opened, opener } = aDoorbell()
    bell.ring(null)
    bell.ring(job)
    bell.answer(opener)
    expect(opened).toEqual([job])
    bell.ring(null)
    expect(opened).toEqual([job, null])
  })
})
