import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { graphicsIn } from '../../../src/main/profile/graphics'
import { type Fall, fallBanner, fallsIn, mayRestart, reopensWindow } from '../../../src/main/profile/restart'

const minute = 60_000
const fallen = (own: Partial<Fall> = {}): Fall => ({ at: 0, why: 'error', restarted: true, window: true, ...own })

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jobtray-fall-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('the app starts again once in ten minutes; a clock that was put back does not keep it down (fault 44)', () => {
  expect(mayRestart(null, 0)).toBe(true)
  expect(mayRestart(fallen(), 10 * minute - 1)).toBe(false)
  expect(mayRestart(fallen(), 10 * minute)).toBe(true)
  expect(mayRestart(fallen({ at: minute }), 0)).toBe(true)
})

test('once a person has started it, it may start again by itself (fault 44)', () => {
  expect(mayRestart(fallen({ restarted: false }), 1)).toBe(true)
})

test('the window comes back only where it was open, and only at once', () => {
  expect(reopensWindow(fallen(), 2_000)).toBe(true)
  expect(reopensWindow(fallen({ window: false }), 2_000)).toBe(false)
  expect(reopensWindow(fallen(), 2 * minute)).toBe(false)
  expect(reopensWindow(fallen({ restarted: false }), 2_000)).toBe(false)
})

test('what happened is said at the start after it, and only there', () => {
  expect(fallBanner(fallen(), 2_000)?.text).toContain('started again after an error')
  expect(fallBanner(fallen({ why: 'graphics' }), 2_000)?.text).toContain('graphics')
  expect(fallBanner(fallen({ restarted: false }), 60 * minute)?.text).toContain('ended twice')
  expect(fallBanner(fallen(), 2 * minute)).toBeNull()
  expect(fallBanner(null, 0)).toBeNull()
})

test('the note is private, survives, and is settled when a person has started the app', () => {
  const falls = fallsIn(folder)
  expect(falls.read()).toBeNull()
  expect(falls.write(fallen({ restarted: false }))).toBe(true)
  expect(statSync(join(folder, 'fall.json')).mode & 0o077).toBe(0)
  expect(falls.read()).toEqual(fallen({ restarted: false }))
  falls.settle(falls.read())
  expect(falls.read()).toBeNull()
  falls.write(fallen())
  falls.settle(falls.read())
  expect(falls.read()).toEqual(fallen())
  expect(fallsIn(join(folder, 'nowhere')).write(fallen())).toBe(false)
})

test('graphics that were switched off stay off until there is another version (fault 42)', () => {
  const graphics = graphicsIn(folder, '1.0.0')
  expect(graphics.areOff()).toBe(false)
  expect(graphics.switchOff()).toBe(true)
  expect(graphicsIn(folder, '1.0.0').areOff()).toBe(true)
  expect(graphicsIn(folder, '1.0.1').areOff()).toBe(false)
  expect(graphicsIn(join(folder, 'nowhere'), '1.0.0').switchOff()).toBe(false)
})
