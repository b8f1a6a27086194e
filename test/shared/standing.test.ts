import { expect, test } from 'vitest'
import { unseenWorryOf } from '../../src/shared/standing'
import { aNotice } from '../support/builders'

const ref = { connectionId: 'c', jobId: 'crawl-aaaa1111' }
const title = (...notices: Parameters<typeof aNotice>[0][]) =>
  unseenWorryOf(
    notices.map((own, id) => aNotice({ id, ref, kind: 'stalled', outcome: null, seen: false, ...own })),
    ref,
  )?.title

test('why a job that goes on needs attention is the newest worry that was told and not looked at', () => {
  expect(title({ title: 'stalled' }, { title: 'first failure', kind: 'first-failure' })).toBe('first failure')
  expect(title({ title: 'stalled' }, { title: 'looked at', seen: true })).toBe('stalled')
})

test('good news, and what another job told, are no reason', () => {
  expect(title({ title: 'finished', kind: 'ended', outcome: 'succeeded' })).toBeUndefined()
  expect(title({ title: 'other', ref: { connectionId: 'd', jobId: ref.jobId } })).toBeUndefined()
})
