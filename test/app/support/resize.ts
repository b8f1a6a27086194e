import { expect } from 'playwright/test'
import { onScreen } from './page-process'
import type { OpenWindow } from './window'

/** Gives the page so many pixels of the screen, at a zoom of 1 unless told; resolves when it has them. */
export async function resize(
  { app, page }: Pick<OpenWindow, 'app' | 'page'>,
  width: number,
  height: number,
  zoom = 1,
): Promise<void> {
  // One that is given another size before its first picture may never be drawn; no person can do that.
  await onScreen(app.electron)
  await app.electron.evaluate(
    ({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.setContentSize(size.width, size.height)
      window?.webContents.setZoomFactor(size.zoom)
    },
    { width, height, zoom },
  )
  // Not `waitForFunction`: that looks once a frame, and a window that is not drawn has none.
  const inner = () => page.evaluate(() => [window.innerWidth, window.innerHeight])
  await expect.poll(inner).toEqual([width, height].map(pixels => Math.round(pixels / zoom)))
}
