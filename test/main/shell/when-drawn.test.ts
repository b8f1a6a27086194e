import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { latestMs, whenDrawn } from '../../../src/main/shell/when-drawn'

/** A window and a timer, both in the test's hand. */
function aWindow() {
  const window = new EventEmitter()
  let shown = 0
  let late: { readonly run: () => void; readonly ms: number } | null = null
  whenDrawn(
    window,
    () => {
      shown += 1
    },
    (run, ms) => {
      late = { run, ms }
      return () => {
        late = null
      }
    },
  )
  return { window, shown: () => shown, late: () => late }
}

it('a window is shown with its first picture, and once', () => {
  const { window, shown, late } = aWindow()
  expect(shown()).toBe(0)
  window.emit('ready-to-show')
  expect([shown(), late()]).toEqual([1, null])
})

it('a window whose first picture does not come is shown all the same, and once', () => {
  const { window, shown, late } = aWindow()
  expect(late()?.ms).toBe(latestMs)
  late()?.run()
  window.emit('ready-to-show')
  expect(shown()).toBe(1)
})

it('a window that was closed meanwhile is let be', () => {
  const { window, shown, late } = aWindow()
  window.emit('closed')
  window.emit('ready-to-show')
  expect([shown(), late()]).toEqual([0, null])
})
