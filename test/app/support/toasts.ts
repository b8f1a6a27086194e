import type { Page } from 'playwright/test'

/** What the window tells at its foot stays from now on until it is dismissed or replaced: a busy machine may look after it has gone. */
export const keepToasts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { setTimeout } = window
    // The shortest that a toast stays.
    const soonest = 4_000
    Reflect.set(window, 'setTimeout', (run: () => void, ms = 0) => (ms < soonest ? setTimeout(run, ms) : 0))
  })
