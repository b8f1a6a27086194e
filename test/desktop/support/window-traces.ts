import { type ElectronApplication, expect, type Page } from 'playwright/test'

/**
 * Writes down every message that main sends to a window, from now on: pushes, and the answers to requests.
 * To be called before anything secret is told to the app.
 */
export const tapMessages = async (electron: ElectronApplication): Promise<void> => {
  await expect.poll(() => answersThere(electron)).toBeGreaterThan(0)
  await electron.evaluate(({ app, ipcMain, webContents }) => {
    const tapped: string[] = []
    Reflect.set(globalThis, 'tapped', tapped)
    const note = (...parts: unknown[]) => tapped.push(JSON.stringify(parts))
    const tap = (contents: Electron.WebContents) => {
      const send = contents.send.bind(contents)
      contents.send = (channel, ...args) => {
        note(channel, ...args)
        send(channel, ...args)
      }
    }
    webContents.getAllWebContents().forEach(tap)
    app.on('web-contents-created', (_event, contents) => tap(contents))
    // Electron keeps its handlers here; there is no public way to stand between
    const handlers: Map<string, (...args: unknown[]) => unknown> = Reflect.get(ipcMain, '_invokeHandlers')
    for (const [channel, handler] of handlers) {
      handlers.set(channel, async (...args) => {
        const answer = await handler(...args)
        note(channel, answer)
        return answer
      })
    }
  })
}

/** How many requests the app answers by now: none in its first moments, in which a question may also be lost. */
const answersThere = (electron: ElectronApplication): Promise<number> =>
  electron
    .evaluate(({ ipcMain }) => {
      const handlers: Map<string, unknown> = Reflect.get(ipcMain, '_invokeHandlers')
      return handlers.size
    })
    .catch(() => 0)

export const tappedMessages = (electron: ElectronApplication): Promise<readonly string[]> =>
  electron.evaluate(() => Reflect.get(globalThis, 'tapped'))

/** All that the page shows or keeps: the document, what stands in its fields, its storage. */
export const pageText = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input, textarea')].map(field => Reflect.get(field, 'value')),
      JSON.stringify({ ...localStorage, ...sessionStorage }),
      window.location.href,
    ].join('\n'),
  )

/** Every string that the page's memory holds after a collection of garbage. */
export const heapText = async (page: Page): Promise<string> => {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return chunks.join('')
}
