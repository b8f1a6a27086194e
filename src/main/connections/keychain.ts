/** What the OS keychain answered. `locked` and `none` look alike to keytar; a sentinel tells them apart (reliability trap 6). */
export type KeyReading =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'no-keychain'; readonly why: string }

export type KeyWriting = { readonly kind: 'kept' } | Exclude<KeyReading, { kind: 'key' } | { kind: 'none' }>

export type KeyForgetting = { readonly kind: 'forgotten' } | Exclude<KeyReading, { kind: 'key' } | { kind: 'none' }>

/** The port; the deed is in shell/keychain.ts. An account is a connection's id. Nothing here ever rejects. */
export type Keychain = {
  /** `expected`: a key was saved here before, so its absence means something. */
  readonly read: (account: string, expected: boolean) => Promise<KeyReading>
  readonly write: (account: string, key: string) => Promise<KeyWriting>
  /** `expected`: as in read. `forgotten` also when there was none. */
  readonly forget: (account: string, expected: boolean) => Promise<KeyForgetting>
}
