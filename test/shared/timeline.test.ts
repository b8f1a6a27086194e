import { describe, expect, it } from 'vitest'
import { timelineOf } from '../../src/shared/timeline'
import { aMoment } from '../support/builders'

const at = (minute: number) => `2026-03-02T12:${String(minute).padStart(2, '0')}:00.000Z`
const now = new Date(at(30)).getTime()
const stretches = (entries: Parameters<typeof timelineOf>[0], unseenSince: string | null = null) =>
  timelineOf(entries, unseenSince, now).stages.map(({ stage, status, seconds, unseenSeconds }) => [
    stage ?? status,
    seconds / 60,
    unseenSeconds / 60,
  ])

describe('the stretches of a time line', () => {
  it('last from the first sight of a stage to the first sight of the next, the one that goes on until now', () => {
    const entries = [
      aMoment({ at: at(0), stage: 'read' }),
      aMoment({ at: at(4), stage: 'read', processed: 50 }),
      aMoment({ at: at(10), stage: 'write' }),
    ]
    const { stages } = timelineOf(entries, null, now)
    expect(stages).toMatchObject([
      { stage: 'read', from: at(0), to: at(10), seconds: 600, beganBefore: true },
      { stage: 'write', from: at(10), to: null, seconds: 1_200, beganBefore: false },
    ])
  })

  it('of a stage that comes again are two', () => {
    const entries = ['read', 'write', 'read'].map((stage, index) => aMoment({ at: at(index * 5), stage }))
    expect(stretches(entries)).toEqual([
      ['read', 5, 0],
      ['write', 5, 0],
      ['read', 20, 0],
    ])
  })

  it('go by the status where there is no stage, and begin before the first sight unless it was queued then', () => {
    const entries = [
      aMoment({ at: at(0), status: 'queued', phase: 'queued' }),
      aMoment({ at: at(3) }),
      aMoment({ at: at(9), status: 'completed', phase: 'ended' }),
    ]
    expect(stretches(entries)).toEqual([
      ['queued', 3, 0],
      ['in_progress', 6, 0],
    ])
    expect(timelineOf(entries, null, now).stages[0]?.beganBefore).toBe(false)
  })

  it('begin anew when an ended job runs again, and its pause is none', () => {
    const entries = [
      aMoment({ at: at(0), stage: 'read' }),
      aMoment({ at: at(2), stage: 'read', phase: 'ended', status: 'completed' }),
      aMoment({ at: at(20), stage: 'read', epoch: 1 }),
    ]
    expect(stretches(entries)).toEqual([
      ['read', 2, 0],
      ['read', 10, 0],
    ])
  })

  it('say how much of them nobody saw, up to now where nobody can look', () => {
    const entries = [
      aMoment({ at: at(0), stage: 'read' }),
      aMoment({ at: at(10), stage: 'write', unseenSince: at(4) }),
      aMoment({ at: at(12), stage: 'write', processed: 70 }),
    ]
    expect(stretches(entries, at(25))).toEqual([
      ['read', 10, 6],
      ['write', 20, 5],
    ])
    expect(timelineOf(entries, at(25), now).gaps).toEqual([
      { from: at(4), to: at(10) },
      { from: at(25), to: null },
    ])
  })

  it('are none before anything was seen, and never last less than nothing', () => {
    expect(timelineOf([], null, now)).toEqual({ entries: [], stages: [], gaps: [] })
    expect(stretches([aMoment({ at: at(40) })])).toEqual([['in_progress', 0, 0]])
  })
})
