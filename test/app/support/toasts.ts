import type { Page } from 'playwright/test'

/**
 * What the window says for a moment stays from now on until it is dismissed or replaced, at its foot and on a button that
 * copies: a busy machine may look after it has gone. Holds until the page is loaded anew.
 */
export const keepToasts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { setTimeout } = window
    const stays = [1_500, 4_000, 9_000, 10_000]
    Reflect.set(window, 'setTimeout', (run: () => void, ms = 0) => (stays.includes(ms) ? 0 : setTimeout(run, ms)))
  })
