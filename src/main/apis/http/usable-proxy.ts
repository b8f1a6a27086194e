/** The kinds of proxy that the HTTP client can go through. */
export const isUsableProxy = (url: string): boolean => /^(https?|socks5):\/\//.test(url)

/** Why a proxy cannot be gone through, for a fault; null: it can. */
export function proxyRefusal(url: string): string | null {
  if (isUsableProxy(url)) return null
  const kind = /^([a-z0-9+-]{1,20}):/.exec(url)?.[1]?.toUpperCase() ?? 'unknown'
  return `${kind} proxies are not supported; an HTTP or SOCKS5 proxy is`
}
