import { readFile, realpath } from 'node:fs/promises'
import { sep } from 'node:path'
import { app, protocol, session } from 'electron'
import { assetOf, contentSecurityPolicy } from './asset-path'

/** Must run before the app is ready. */
export function claimScheme(): void {
  // With the code cache, what the page runs is compiled at its first load and read ready-made from then on.
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/** Serves the window's files from `root` and nothing else, with the content security policy as a header. */
export function servePages(root: string): void {
  protocol.handle('app', async request => {
    const asset = assetOf(request.url, root)
    const body = asset && (await readInside(asset.file, root))
    if (asset === null || body === null) return new Response('Not found', { status: 404 })
    return new Response(new Uint8Array(body), {
      headers: {
        'Content-Type': asset.mimeType,
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      },
    })
  })
}

/** A link inside the folder must not lead out of it. */
async function readInside(file: string, root: string): Promise<Buffer | null> {
  try {
    const [real, base] = await Promise.all([realpath(file), realpath(root)])
    return real.startsWith(base + sep) ? await readFile(real) : null
  } catch {
    return null
  }
}

/** The page may ask the system for nothing, go nowhere, and open nothing (reliability items 5, 11, 13, 14). */
export function lockDown(): void {
  const { defaultSession } = session
  // It would fetch its dictionary from Google as soon as a page is there, also for one that checks no spelling.
  defaultSession.setSpellCheckerLanguages([])
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', event => event.preventDefault())
    contents.on('will-frame-navigate', event => event.preventDefault())
    contents.on('will-redirect', event => event.preventDefault())
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
