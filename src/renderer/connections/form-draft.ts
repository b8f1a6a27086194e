import { bearer, type ConnectionDraft, defaultBaseUrl, type KeySending, type Vendor } from '../../shared/connection'
import type { ConnectionForm } from '../../shared/ipc'

/** How the key is sent, as a person picks it. */
export type SendingChoice = 'bearer' | 'header' | 'session-cookie' | 'none'

/** The form as typed. The key is not in it: it stays in its input until it is sent. */
export type FormDraft = {
  readonly name: string
  readonly vendor: Vendor
  readonly baseUrl: string
  readonly organization: string
  readonly sending: SendingChoice
  readonly headerName: string
  readonly prefix: string
}

export const emptyDraft = (vendor: Vendor): FormDraft => ({
  name: '',
  vendor,
  baseUrl: defaultBaseUrl[vendor],
  organization: '',
  sending: 'bearer',
  headerName: 'X-API-Key',
  prefix: '',
})

export function draftOf(connection: ConnectionDraft): FormDraft {
  const { name, vendor, baseUrl, organization, keySending } = connection
  const header = keySending.kind === 'header' ? keySending : null
  const isBearer = header?.name === 'Authorization' && header.prefix === 'Bearer'
  return {
    name,
    vendor,
    baseUrl,
    organization: organization ?? '',
    sending: keySending.kind === 'header' ? (isBearer ? 'bearer' : 'header') : keySending.kind,
    headerName: header && !isBearer ? header.name : 'X-API-Key',
    prefix: header && !isBearer ? header.prefix : '',
  }
}

/** Another vendor brings its own address, unless a person has typed one; what that vendor lacks is taken back. */
export function withVendor(draft: FormDraft, vendor: Vendor): FormDraft {
  const untouched = draft.baseUrl.trim() === '' || draft.baseUrl === defaultBaseUrl[draft.vendor]
  return {
    ...draft,
    vendor,
    baseUrl: untouched ? defaultBaseUrl[vendor] : draft.baseUrl,
    sending: vendor !== 'merchantops' && draft.sending === 'session-cookie' ? 'bearer' : draft.sending,
  }
}

function sendingOf(draft: FormDraft): KeySending {
  if (draft.sending === 'bearer') return bearer
  if (draft.sending !== 'header') return { kind: draft.sending }
  return { kind: 'header', name: draft.headerName.trim(), prefix: draft.prefix.trim() }
}

/** What is sent to main, which checks it. `key`: null keeps the one there is. */
export function formOf(draft: FormDraft, key: string | null): ConnectionForm {
  const { name, vendor, baseUrl } = draft
  const keySending = sendingOf(draft)
  const organization = vendor === 'merchantops' ? draft.organization : ''
  return { name, vendor, baseUrl, organization, keySending, key: keySending.kind === 'none' ? null : key }
}
