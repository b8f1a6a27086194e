import { X509Certificate } from 'node:crypto'
import tls from 'node:tls'

const block = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/** True when the text holds certificates in PEM form and each can be read. */
export function isCertificateFile(pem: string): boolean {
  const blocks = pem.match(block) ?? []
  try {
    for (const one of blocks) new X509Certificate(one)
    return blocks.length > 0
  } catch {
    return false
  }
}

/** The authorities trusted anyway; newer runtimes also tell those of NODE_EXTRA_CA_CERTS. */
function usualAuthorities(): readonly string[] {
  const read: unknown = Reflect.get(tls, 'getCACertificates')
  const found: unknown = typeof read === 'function' ? read('default') : null
  return Array.isArray(found) ? found : tls.rootCertificates
}

/**
 * A TLS context that trusts the extra authorities beside the usual ones, never instead of them. Made once: reading a
 * hundred and fifty certificates for each connection would cost more than the connection.
 * Throws an error with the code `ERR_TLS_EXTRA_CA` when the text is no certificate file.
 */
export function contextTrusting(extraPem: string): tls.SecureContext {
  if (!isCertificateFile(extraPem)) {
    throw Object.assign(new Error('no certificate file'), { code: 'ERR_TLS_EXTRA_CA' })
  }
  return tls.createSecureContext({ ca: [...usualAuthorities(), ...(extraPem.match(block) ?? [])] })
}
