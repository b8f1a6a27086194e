import { expect, test } from 'vitest'
import { announcementOf, newestId } from '../../../src/renderer/state/announcements'
import { aNotice } from '../../support/builders'

const notices = [3, 2, 1].map(id => aNotice({ id, title: `Job ${id} failed` }))

test('one or two are told by their titles', () => {
  expect(announcementOf(notices, 2)).toBe('Job 3 failed.')
  expect(announcementOf(notices, 1)).toBe('Job 3 failed. Job 2 failed.')
})

test('a burst is one sentence', () => expect(announcementOf(notices, 0)).toBe('3 new notices. Job 3 failed.'))

test('what is old or seen is not told again', () => {
  expect(announcementOf(notices, 3)).toBeNull()
  expect(announcementOf([aNotice({ id: 9, seen: true })], 3)).toBeNull()
  expect(newestId(notices)).toBe(3)
  expect(newestId([])).toBe(0)
})
