import { generateKeyPairSync, sign } from 'node:crypto'

/** Just enough DER to write a certificate, so that no private key lies in the tree and none expires there. */
const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  const length =
    body.length < 128
      ? [body.length]
      : body.length < 256
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const octets = (...parts: readonly Uint8Array[]) => der(0x04, ...parts)

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))
const named = (name: string) => sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(name)))))
const time = (date: Date) => der(0x17, Buffer.from(`${date.toISOString().replace(/\D/g, '').slice(2, 14)}Z`, 'latin1'))

const dayMs = 86_400_000

export type Certificate = { readonly cert: string; readonly key: string }

export type CertificateFor = {
  readonly dns?: readonly string[]
  /** IPv4 addresses. */
  readonly ip?: readonly string[]
  /** Days from now until it ends; negative: that long ago. */
  readonly endsInDays?: number
}

/** A self-signed certificate that is its own authority. */
export function aCertificate({ dns = [], ip = [], endsInDays = 1 }: CertificateFor): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const names = [
    ...dns.map(name => der(0x82, Buffer.from(name))),
    ...ip.map(address => der(0x87, Buffer.from(address.split('.').map(Number)))),
  ]
  const subject = named('Jobtray test')
  const extensions = sequence(
    sequence(oid('551d11'), octets(sequence(...names))),
    sequence(oid('551d13'), octets(sequence(der(0x01, Buffer.from([255]))))),
  )
  const now = Date.now()
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    subject,
    sequence(time(new Date(now - 30 * dayMs)), time(new Date(now + endsInDays * dayMs))),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  )
  const signature = sign('sha256', body, privateKey)
  const whole = sequence(body, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature))
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? []
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}
