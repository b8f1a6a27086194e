/** One complaint of a 422 answer: where (without the leading body/path/header) and what. Never what was sent. */
export type Complaint = { readonly at: string; readonly message: string }

/** Why a host could not be talked to. `cut`: the connection ended before the answer was whole. */
export type UnreachableCause = 'name' | 'connect' | 'tls' | 'timeout' | 'cut' | 'proxy'

/**
 * Trouble seeing or telling a job, as data, made at the HTTP edge. It never says anything about the job itself
 * (architecture rule 1). `said` is the server's own sentence, bounded, without control characters.
 */
export type Fault =
  | { readonly kind: 'unauthorized'; readonly said: string | null }
  | { readonly kind: 'forbidden'; readonly permission: 'job:read' | 'job:create' | null; readonly said: string | null }
  | { readonly kind: 'not-found'; readonly said: string | null }
  | { readonly kind: 'conflict'; readonly status: number; readonly said: string | null }
  | {
      readonly kind: 'rejected'
      readonly status: number
      readonly complaints: readonly Complaint[]
      readonly said: string | null
    }
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number | null }
  | { readonly kind: 'server'; readonly status: number; readonly retryAfterMs: number | null }
  | { readonly kind: 'moved'; readonly status: number; readonly toOrigin: string | null }
  | {
      readonly kind: 'unreachable'
      readonly cause: UnreachableCause
      /** What is safe to show of the cause, such as `ECONNREFUSED` or `certificate has expired`. */
      readonly reason: string
      /** False only when no byte of the request can have left this machine (issue 4: the outbox relies on it). */
      readonly mayHaveArrived: boolean
    }
  | { readonly kind: 'not-the-api'; readonly contentType: string | null }
  | { readonly kind: 'garbled'; readonly what: string }
  | { readonly kind: 'too-large'; readonly limitBytes: number }
  | { readonly kind: 'no-key'; readonly why: 'none' | 'locked' | 'no-keychain' }

export type FaultKind = Fault['kind']

export const faultKinds = [
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'rejected',
  'rate-limited',
  'server',
  'moved',
  'unreachable',
  'not-the-api',
  'garbled',
  'too-large',
  'no-key',
] as const satisfies readonly FaultKind[]

/** A fault and since when it has stood, ISO time. */
export type StandingFault = { readonly fault: Fault; readonly since: string }

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault }

export const good = <T>(value: T): Result<T> => ({ ok: true, value })
export const bad = (fault: Fault): { readonly ok: false; readonly fault: Fault } => ({ ok: false, fault })

/** For the `default` of an exhaustive switch: a forgotten case does not compile. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`)
}
