import type { Session } from 'electron'

/** The system's proxy for an address, asked of a session that is made when it is first needed, as `http://host:port`, or null for a direct way. */
export const proxyOf =
  (session: () => Pick<Session, 'resolveProxy'>) =>
  async (url: string): Promise<string | null> =>
    firstProxy(await session().resolveProxy(url))

/** Chromium answers like a PAC script: `PROXY host:port; DIRECT`. The first entry counts. */
export function firstProxy(answer: string): string | null {
  const [kind = '', host = ''] = (answer.split(';')[0] ?? '').trim().split(/\s+/)
  const schemes: Readonly<Record<string, string>> = { PROXY: 'http', HTTPS: 'https', SOCKS5: 'socks5', SOCKS: 'socks5' }
  const scheme = schemes[kind.toUpperCase()]
  return scheme === undefined || host === '' ? null : `${scheme}://${host}`
}
