import { expect, it } from 'vitest'
import { outcomes } from '../../src/shared/job'
import { noticeKinds, noticeSwitches, switchOf } from '../../src/shared/notice-kinds'

it('every switch is there for some notice, and every notice has one', () => {
  const endings = outcomes.map(outcome => switchOf('ended', outcome))
  const others = noticeKinds.filter(kind => kind !== 'ended').map(kind => switchOf(kind, null))
  expect(new Set([...endings, ...others])).toEqual(new Set(noticeSwitches))
})

it('a cancelled job and one that ended by an unknown word share a switch', () => {
  expect([switchOf('ended', 'cancelled'), switchOf('ended', 'unknown')]).toEqual(['other', 'other'])
})
