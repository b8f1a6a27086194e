import { extname, join, normalize, sep } from 'node:path'

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

export const pageHost = 'jobtray'
export const pageUrl = `app://${pageHost}/index.html`

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

export type Asset = { readonly file: string; readonly mimeType: string }

/** The file behind an app:// address, or null for anything that is not a plain file below `root` (reliability item 18). */
export function assetOf(address: string, root: string): Asset | null {
  let url: URL
  let path: string
  try {
    url = new URL(address)
    path = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (url.protocol !== 'app:' || url.host !== pageHost) return null
  if (path.includes('\0') || path.includes('\\') || path.split('/').includes('..')) return null
  const mimeType = mimeTypes[extname(path)]
  const file = normalize(join(root, path))
  return mimeType === undefined || !file.startsWith(root + sep) ? null : { file, mimeType }
}
