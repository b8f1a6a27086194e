import { expect, test } from 'vitest'
import { byDay } from '../../../src/renderer/notices/by-day'
import { placeOf } from '../../../src/renderer/notices/notice-row'
import { aNotice } from '../../support/builders'

const local = (day: number, hour: number) => new Date(2026, 2, day, hour).toISOString()
const now = new Date(2026, 2, 5, 9).getTime()

test('notices stand under their days, by the person’s own midnight, in the order they came', () => {
  const notices = [local(5, 8), local(5, 0), local(4, 23), local(1, 12)].map((at, index) =>
    aNotice({ id: 9 - index, at }),
  )
  expect(byDay(notices, now).map(day => [day.name, day.today, day.notices.map(({ id }) => id)])).toEqual([
    ['Today', true, [9, 8]],
    ['Yesterday', false, [7]],
    ['Sunday 1 March', false, [6]],
  ])
})

test('a day of another year says its year, and a time that is none is said to be unknown', () => {
  const notices = [aNotice({ at: new Date(2025, 11, 31, 12).toISOString() }), aNotice({ at: 'yesterday-ish' })]
  expect(byDay(notices, now).map(({ name }) => name)).toEqual(['31 December 2025', 'At an unknown time'])
})

test('a notice leads to its job, a connection’s to the connections', () => {
  const ref = { connectionId: 'c1', jobId: 'j1' }
  expect(placeOf({ ref, kind: 'stalled' })).toEqual({ view: 'job', ref })
  expect(placeOf({ ref: null, kind: 'connection' })).toEqual({ view: 'connections' })
})
