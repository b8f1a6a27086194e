import { z } from 'zod'

export type BaseUrlVerdict = { readonly ok: true; readonly url: string } | { readonly ok: false; readonly why: string }

const no = (why: string): BaseUrlVerdict => ({ ok: false, why })

/** The URL standard writes every spelling of loopback (127.1, 0x7f.0.0.1, [0:0::1]) in one of these forms. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)

/** Node's parser leaves some of them where they are (`//.a/..`), and walks up with them once a path is put behind. */
const keepsDots = (path: string): boolean => path.split('/').some(part => /^(\.|%2e){1,2}$/i.test(part))

/**
 * Decides whether a text may be the base of a connection, and gives it back normalised, without a trailing slash
 * and with its path prefix kept (api-notes E33; reliability items 1 and 58).
 */
export function checkBaseUrl(text: string): BaseUrlVerdict {
  const trimmed = text.trim()
  if (trimmed === '') return no('Enter the address of the API, such as https://api.example.com.')
  if (!/^https?:\/\//i.test(trimmed))
    return no('The address must begin with https://, or with http:// on this computer.')
  // The URL parser drops line breaks and takes a backslash for a slash: what is sent would not be what is read here.
  if (/[\s\\\p{Cc}\p{Cf}]/u.test(trimmed)) return no('The address has a blank, a line break or a backslash in it.')
  let url: URL
  try {
    url = new URL(trimmed)
  } catch {
    return no('This is not a complete web address.')
  }
  if (url.username !== '' || url.password !== '') return no('Leave the user name and password out of the address.')
  if (trimmed.includes('?')) return no('Leave out the part of the address after the question mark.')
  if (trimmed.includes('#')) return no('Leave out the part of the address after the #.')
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return no('Only https:// is allowed; plain http:// would send the key in the clear.')
  }
  if (url.port === '0') return no('Port 0 cannot be reached.')
  if (url.hostname.endsWith('.')) return no('Leave out the dot at the end of the host name.')
  if (keepsDots(url.pathname)) return no('Leave the parts . and .. out of the path of the address.')
  return { ok: true, url: url.origin + url.pathname.replace(/\/+$/, '') }
}

export const baseUrlSchema = z.string().transform((text, context) => {
  const verdict = checkBaseUrl(text)
  if (verdict.ok) return verdict.url
  context.issues.push({ code: 'custom', message: verdict.why, input: '' })
  return z.NEVER
})
