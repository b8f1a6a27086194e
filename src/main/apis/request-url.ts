import { bad, good, type Result } from '../../shared/fault'
import { refusedHere } from './http/error-fault'

const refused = bad(refusedHere('job_id', 'This id cannot be part of an address. Check it.'))

function encoded(segment: string): string | null {
  try {
    return segment === '' ? null : encodeURIComponent(segment)
  } catch {
    // Half of a surrogate pair has no encoding.
    return null
  }
}

/**
 * `<base>/<segment>/<segment>`, each segment encoded, the base's own path kept (api-notes E33, E43). Encoding leaves `.`
 * and `..` alone and the URL parser then walks up with them, so the finished path is held against the intended one
 * (reliability trap 5).
 */
export function requestUrl(baseUrl: string, segments: readonly string[], end: '' | '/' = ''): Result<string> {
  const parts = segments.map(encoded)
  if (parts.includes(null) || !URL.canParse(baseUrl)) return refused
  const base = new URL(baseUrl)
  const path = `${base.pathname.replace(/\/+$/, '')}/${parts.join('/')}${end}`
  const wanted = base.origin + path
  const url = URL.canParse(wanted) ? new URL(wanted) : null
  const isIntended = url !== null && url.pathname === path && url.origin === base.origin && url.href === wanted
  return isIntended ? good(wanted) : refused
}
