/** By undici's codes (7.30); the numbers are those of RFC 1928. */
const reasons: Readonly<Record<string, string>> = {
  UND_ERR_SOCKS5_VERSION: 'it does not speak SOCKS5',
  UND_ERR_SOCKS5_AUTH_REJECTED: 'it asks for a user name and password, which Jobtray cannot give',
  UND_ERR_SOCKS5_AUTH_METHOD: 'it asks for a user name and password, which Jobtray cannot give',
  UND_ERR_SOCKS5_REPLY_2: 'it does not allow connections to this server',
  UND_ERR_SOCKS5_REPLY_3: 'it cannot reach the network of the server',
  UND_ERR_SOCKS5_REPLY_4: 'it cannot reach the server',
  UND_ERR_SOCKS5_REPLY_5: 'the server refused it the connection',
  UND_ERR_SOCKS5_REPLY_6: 'it cannot reach the server',
}

/** Why a SOCKS5 proxy led nowhere; null: the error is not about that. Of a message nothing is taken but what it is. */
export function socksReason(code: string, error: unknown): string | null {
  if (Object.hasOwn(reasons, code)) return reasons[code] ?? null
  if (code.startsWith('UND_ERR_SOCKS5_')) return 'it refused'
  const message = error instanceof Error ? error.message : ''
  return /^SOCKS5 (?:authentication|connection) timeout$/.test(message) ? 'it did not answer' : null
}
