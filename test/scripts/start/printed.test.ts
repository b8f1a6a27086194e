import { expect, it } from 'vitest'
import { firstStep, noticeLine, trayLine, withdrawnLine } from '../../../scripts/start/printed.mjs'

it('a notification is printed whole, on one line, with its connection and short id', () => {
  const words = { title: 'Crawl partly finished', body: '88 of 100 items, 12 failed\n5f2c81d0 · Outfitters' }
  expect(noticeLine(words)).toBe('notice  Crawl partly finished - 88 of 100 items, 12 failed | 5f2c81d0 · Outfitters')
})

it('is printed as a person would see it, not as its daemon got it', () => {
  const body = '&lt;0.1 % is usual for this type\n“a &amp;lt; b”\n5f2c81d0 · A &amp; B'
  expect(noticeLine({ title: 'Crawl <failed>', body })).toBe(
    'notice  Crawl <failed> - <0.1 % is usual for this type | “a &lt; b” | 5f2c81d0 · A & B',
  )
})

it('one that is withdrawn says which it was', () => {
  const body = 'Nothing has moved for 12 minutes\n5f2c81d0 · A &amp; B\nPerhaps told before: Jobtray was stopped.'
  expect(withdrawnLine({ title: 'Crawl has stalled', body })).toBe(
    'notice  no longer so: Crawl has stalled - 5f2c81d0 · A & B',
  )
})

it('the tray is printed on one line', () => {
  expect(trayLine('4 active\n1 stalled')).toBe('tray  4 active | 1 stalled')
})

it('the first live run without a display names the command that makes a connection, and the profile where one was chosen', () => {
  expect(firstStep(null)).toMatch(/^There is no connection yet\. .* jobtray -- connect --help$/)
  expect(firstStep("/tmp/it's")).toMatch(/ --profile '\/tmp\/it'\\''s' connect --help$/)
})
