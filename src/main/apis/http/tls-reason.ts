const reasons: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'certificate has expired',
  CERT_NOT_YET_VALID: 'certificate is not valid yet',
  CERT_REVOKED: 'certificate was revoked',
  CERT_UNTRUSTED: 'certificate is not trusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate of an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate of an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate of an unknown authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate of an unknown authority',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate is for another host',
  HOSTNAME_MISMATCH: 'certificate is for another host',
  UND_ERR_PRX_TLS: 'certificate is for another host',
  ERR_SSL_WRONG_VERSION_NUMBER: 'the port does not speak TLS',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'no common TLS version',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'no common TLS version',
  ERR_TLS_EXTRA_CA: 'the file with the extra certificate authority cannot be used',
}

/** Why TLS failed, in words, or null when the code is not about TLS. */
export function tlsReason(code: string): string | null {
  if (Object.hasOwn(reasons, code)) return reasons[code] ?? null
  return /^(ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|EPROTO$|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_)/.test(code)
    ? code
    : null
}
