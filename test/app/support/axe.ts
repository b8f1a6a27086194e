import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { ElectronApplication, Page } from 'playwright/test'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What fades or slides in is there: half of it, a text has no contrast yet. Not by waiting for it, which a window that is not
 * drawn would do for ever.
 */
export const endAnimations = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish()
  })

/**
 * What axe finds wrong on the page as it is, one line each. It goes in through main: a script element would break the
 * page's policy, and Playwright's own evaluate would too, for it calls `eval`.
 */
export const axeViolations = (electron: ElectronApplication): Promise<readonly string[]> =>
  electron.evaluate(({ BrowserWindow }, axe) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined) throw new Error('no window')
    return contents.executeJavaScript(`(async () => {
      if (!window.axe) { ${axe} }
      const { violations } = await window.axe.run(document, { resultTypes: ['violations'] })
      return violations.flatMap(({ id, nodes }) => nodes.map(node => id + ' at ' + node.target.join(' ') + ': ' + node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? '')))
    })()`)
  }, source)
