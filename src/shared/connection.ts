export const vendors = ['merchantops', 'retailgrid'] as const
export type Vendor = (typeof vendors)[number]

export type ConnectionId = string

/** How the key travels. `header` sends `name: prefix key`, or the bare key when the prefix is empty (api-notes section 1, E34). */
export type KeySending =
  | { readonly kind: 'header'; readonly name: string; readonly prefix: string }
  | { readonly kind: 'session-cookie' }
  | { readonly kind: 'none' }

export const bearer: KeySending = { kind: 'header', name: 'Authorization', prefix: 'Bearer' }

/** What a person decides about a connection; the key is not part of it and never stored beside it. */
export type ConnectionDraft = {
  readonly name: string
  readonly vendor: Vendor
  /** Normalised: no trailing slash, a path prefix kept. */
  readonly baseUrl: string
  /** Sent as `X-Organization-ID` when set (api-notes E44). */
  readonly organization: string | null
  readonly keySending: KeySending
}

export type Connection = ConnectionDraft & { readonly id: ConnectionId; readonly createdAt: string }

/** `locked`: the keychain holds one but does not open; `unavailable`: there is no keychain to ask. */
export type KeyState = 'has-key' | 'no-key' | 'not-needed' | 'locked' | 'unavailable' | 'session-only'

/** What a vendor's API can do at all; a permission may still be missing. */
export type Capabilities = {
  readonly lightStatus: boolean
  readonly create: boolean
  readonly postProgress: boolean
  readonly itemCounts: boolean
}

export const capabilities: Readonly<Record<Vendor, Capabilities>> = {
  merchantops: { lightStatus: true, create: true, postProgress: true, itemCounts: true },
  retailgrid: { lightStatus: false, create: false, postProgress: false, itemCounts: false },
}

export const vendorNames: Readonly<Record<Vendor, string>> = { merchantops: 'MerchantOps', retailgrid: 'Retailgrid' }

/** Where a vendor's page names a server; Retailgrid's names none (api-notes E33). */
export const defaultBaseUrl: Readonly<Record<Vendor, string>> = {
  merchantops: 'https://api.merchantops.ai',
  retailgrid: '',
}
