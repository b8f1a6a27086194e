import { lookup } from 'node:dns/promises'
import { connect, isIP, type Socket } from 'node:net'
import { connect as connectTls, type SecureContext, type TLSSocket } from 'node:tls'
import { codeOf } from '../../apis/http/error-fault'
import { tlsReason } from '../../apis/http/tls-reason'
import { oneLine } from '../../apis/plain-text'
import type { CertificateFacts, Greeting, Hop, Try } from './evidence'
import { askForTunnel } from './tunnel'

/** What the doctor looks with. Nothing here rejects, and nothing but greetings is sent. */
export type Probes = {
  readonly lookUp: (host: string) => Promise<Try<{ readonly addresses: readonly string[] }>>
  /** Gives the open socket to the next probe, which closes it. */
  readonly open: (hop: Hop) => Promise<Try<{ readonly socket: Socket }>>
  readonly tunnel: (socket: Socket, to: Hop) => Promise<Try>
  readonly greet: (socket: Socket, host: string) => Promise<Greeting>
}

/** `limitMs`: for each probe. `trusted`: the authorities beside the usual ones, asked for at each greeting; it may throw. */
export const realProbes = (limitMs: number, trusted: () => SecureContext | undefined): Probes => ({
  lookUp: host =>
    within(
      limitMs,
      lookup(host, { all: true }).then(found => ({ ok: true, addresses: found.map(({ address }) => address) })),
    ),
  open: hop =>
    within(
      limitMs,
      new Promise((resolve, reject) => {
        const socket = connect({ ...hop, timeout: limitMs })
        socket.once('timeout', () => socket.destroy(late()))
        socket.once('error', reject)
        socket.once('connect', () => {
          socket.setTimeout(0)
          resolve({ ok: true, socket })
        })
      }),
    ),
  tunnel: (socket, to) => within(limitMs, askForTunnel(socket, to)),
  async greet(socket, host) {
    const seen: { certificate: CertificateFacts | null } = { certificate: null }
    const met = await within(
      limitMs,
      greeted(socket, host, trusted, found => {
        seen.certificate = found
      }),
    )
    return { ...met, certificate: seen.certificate }
  },
})

function greeted(
  socket: Socket,
  host: string,
  trusted: () => SecureContext | undefined,
  show: (found: CertificateFacts | null) => void,
): Promise<Try> {
  return new Promise((resolve, reject) => {
    const secureContext = trusted()
    const secure = connectTls({
      socket,
      // A name in the greeting may not be a number.
      ...(isIP(host) === 0 ? { servername: host } : { host }),
      ...(secureContext && { secureContext }),
    })
    // Before Node looks at the certificate: one that it refuses is the one a person wants to see.
    secure.prependListener('secure', () => show(factsOf(secure)))
    secure.once('secureConnect', () => resolve({ ok: true }))
    secure.once('error', reject)
    secure.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })))
  })
}

function factsOf(secure: TLSSocket): CertificateFacts | null {
  const { subject, issuer, valid_to } = secure.getPeerCertificate()
  if (subject === undefined) return null
  const until = new Date(valid_to)
  return {
    subject: nameOf(subject),
    issuer: nameOf(issuer),
    validUntil: Number.isNaN(until.getTime()) ? null : until.toISOString(),
  }
}

const nameOf = (name: object | undefined): string => {
  const parts = ['CN', 'O', 'OU'].map((part): unknown => Reflect.get(name ?? {}, part))
  return oneLine(String(parts.find(part => part !== undefined) ?? 'nobody'), 100)
}

const late = () => Object.assign(new Error('late'), { code: 'ETIMEDOUT' })

/** Messages of errors are never passed on (reliability trap 4). */
const reasonOf = (error: unknown): string => {
  const code = codeOf(error)
  return tlsReason(code) ?? (code === 'ETIMEDOUT' ? 'no answer in time' : code || 'no reason given')
}

async function within<T>(ms: number, work: Promise<Try<T>>): Promise<Try<T>> {
  let timer: NodeJS.Timeout | undefined
  try {
    const limit = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(late()), ms)
    })
    return await Promise.race([work, limit])
  } catch (error) {
    return { ok: false, reason: reasonOf(error) }
  } finally {
    clearTimeout(timer)
  }
}
