import type { Connection } from '../../shared/connection'
import { bad, good, type Result } from '../../shared/fault'
import { isReservedHeader } from '../../shared/reserved-headers'
import { refusedHere } from './http/error-fault'

export type Headers = Readonly<Record<string, string>>

const isHeaderText = (text: string): boolean => /^[\x21-\x7e]+$/.test(text)

const unusable = bad({ kind: 'unauthorized', said: 'The stored key has a character that no key has.' })

function keyHeaders({ keySending }: Connection, key: string | null): Result<Headers> {
  if (keySending.kind === 'none') return good({})
  if (key === null || key === '') return bad({ kind: 'no-key', why: 'none' })
  // Checked again after the keychain: a line break would put the key into an error message (reliability trap 4).
  if (!isHeaderText(key)) return unusable
  if (keySending.kind === 'session-cookie') {
    // These end a cookie's value; what follows would become a cookie of its own.
    return /[;,"\\]/.test(key) ? unusable : good({ cookie: `stytch_session=${key}` })
  }
  const name = keySending.name.toLowerCase()
  if (isReservedHeader(name))
    return bad(refusedHere('', `The key cannot be sent as ${keySending.name}. Choose another header.`))
  return good({ [name]: keySending.prefix === '' ? key : `${keySending.prefix} ${key}` })
}

/** The headers that say who asks: the key as the connection sends it, and MerchantOps's organization (api-notes E44). */
export function authHeaders(connection: Connection, key: string | null): Result<Headers> {
  const sent = keyHeaders(connection, key)
  const { organization, vendor } = connection
  if (!sent.ok || vendor !== 'merchantops' || organization === null) return sent
  if (!isHeaderText(organization)) {
    return bad(refusedHere('X-Organization-ID', 'The organization has a character that cannot be sent. Correct it.'))
  }
  return good({ ...sent.value, 'x-organization-id': organization })
}
