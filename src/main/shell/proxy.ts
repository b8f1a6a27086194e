import type { App } from 'electron'
import { isUsableProxy } from '../apis/http/usable-proxy'

/**
 * The system's proxy for an address as `http://host:port`, or null for a direct way. Asked of the app and not of a session:
 * to touch a session is to make one, at the cost of ten megabytes, and it knows no more.
 */
export const proxyOf =
  (app: Pick<App, 'resolveProxy'>) =>
  async (url: string): Promise<string | null> =>
    firstProxy(await app.resolveProxy(url))

/** What each word of a PAC script's answer means; a bare SOCKS is the fourth version (Chromium's net/docs/proxy.md). */
const schemes: Readonly<Record<string, string>> = {
  PROXY: 'http',
  HTTPS: 'https',
  SOCKS5: 'socks5',
  SOCKS4: 'socks4',
  SOCKS: 'socks4',
}

/**
 * Chromium answers like a PAC script: `PROXY host:port; DIRECT`. The first entry that can be used counts. Where there is
 * none, the first one is named, to be refused with a reason (`http.ts`): a way round it is not ours to choose.
 */
export function firstProxy(answer: string): string | null {
  const ways = answer.split(';').flatMap(entry => {
    const [word = '', host = ''] = entry.trim().split(/\s+/)
    const kind = word.toUpperCase()
    if (kind === 'DIRECT') return [null]
    return kind === '' || host === '' ? [] : [`${schemes[kind] ?? kind.toLowerCase()}://${host}`]
  })
  const usable = ways.find(way => way === null || isUsableProxy(way))
  return usable === undefined ? (ways[0] ?? null) : usable
}
