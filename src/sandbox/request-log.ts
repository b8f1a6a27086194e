import type { IncomingMessage } from 'node:http'
import { fingerprint } from './ids'

export type LoggedRequest = {
  readonly seq: number
  /** ISO, wall time. */
  readonly at: string
  readonly server: string
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** null while it is being answered, and when the answer was never begun. */
  readonly status: number | null
  readonly fault: string | null
  readonly ms: number | null
}

const KEPT = 1_000
const SECRET_NAME = /^(authorization|cookie|proxy-authorization)$|key|token|secret|session/i

/** Whatever may hold a key is logged as its fingerprint. */
function masked(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const text = Array.isArray(value) ? value.join(', ') : (value ?? '')
      return [
        name,
        SECRET_NAME.test(name) ? fingerprint(text.replace(/^bearer\s+/i, '').replace(/^stytch_session=/, '')) : text,
      ]
    }),
  )
}

type Change = Partial<Pick<LoggedRequest, 'status' | 'fault' | 'ms'>>

export type RequestLog = {
  /** Returns how to add what becomes known later. */
  readonly begin: (server: string, incoming: IncomingMessage, at: string) => (change: Change) => void
  readonly since: (seq: number) => readonly LoggedRequest[]
  readonly clear: () => void
}

/** The newest 1,000 requests. */
export function createRequestLog(): RequestLog {
  const kept: LoggedRequest[] = []
  let seq = 0
  return {
    begin: (server, incoming, at) => {
      seq += 1
      const mine = seq
      const { method = 'GET', url = '/', headers } = incoming
      kept.push({ seq, at, server, method, path: url, headers: masked(headers), status: null, fault: null, ms: null })
      if (kept.length > KEPT) kept.shift()
      return change => {
        const index = kept.findIndex(entry => entry.seq === mine)
        const entry = kept[index]
        if (entry) kept[index] = { ...entry, ...change }
      }
    },
    since: after => kept.filter(entry => entry.seq > after),
    clear: () => {
      kept.length = 0
    },
  }
}
