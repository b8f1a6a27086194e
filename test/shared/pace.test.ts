import { describe, expect, it } from 'vitest'
import { requestsAnHour, tempos } from '../../src/shared/pace'
import { paces } from '../../src/shared/settings'
import { aJob, anEndedJob, aWatchedJob } from '../support/builders'

const noon = '2026-03-02T12:00:00.000Z'

describe('what a pace means in requests an hour', () => {
  it('is nothing for no jobs, and for jobs that are over or gone', () => {
    const over = [aWatchedJob({ job: anEndedJob() }), aWatchedJob({ gone: true })]
    expect([requestsAnHour([], 'normal'), requestsAnHour(over, 'brisk')]).toEqual([
      { least: 0, most: 0 },
      { least: 0, most: 0 },
    ])
  })

  it('counts a request for each look', () => {
    expect(requestsAnHour([aWatchedJob()], 'normal')).toEqual({ least: 60, most: 720 })
  })

  it('counts little for what has stalled, is unknown or forbidden', () => {
    const fault = { fault: { kind: 'forbidden', permission: null, said: null }, since: noon } as const
    const slow = [aWatchedJob({ stalledSince: noon }), aWatchedJob({ job: aJob({ phase: 'unknown' }) })]
    expect(requestsAnHour(slow, 'normal')).toEqual({ least: 24, most: 24 })
    expect(requestsAnHour([aWatchedJob({ fault, vendor: 'retailgrid' })], 'brisk')).toEqual({ least: 4, most: 4 })
  })

  it('grows from gentle to brisk', () => {
    const most = paces.map(pace => requestsAnHour([aWatchedJob()], pace).most)
    expect(most).toEqual([180, 720, 1_800])
  })

  it.each(paces)('%s never waits longer in view than out of it', pace => {
    const { fast, unseen, still, stillUnseen, slow } = tempos[pace]
    expect([fast, unseen, still, stillUnseen, slow]).toEqual(
      [fast, unseen, still, stillUnseen, slow].toSorted((a, b) => a - b),
    )
  })
})
