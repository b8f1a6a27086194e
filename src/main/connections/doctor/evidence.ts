import type { Fault } from '../../../shared/fault'

/** One try: it worked, or why not, as a code or a few words of ours. */
export type Try<T = unknown> = ({ readonly ok: true } & T) | { readonly ok: false; readonly reason: string }

export type CertificateFacts = {
  readonly subject: string
  readonly issuer: string
  /** ISO; null when it cannot be read. */
  readonly validUntil: string | null
}

/** `tls`: there is a certificate to look at also where it was refused. */
export type Greeting = Try & { readonly certificate: CertificateFacts | null }

/** The next machine that is spoken to: the server itself, or the proxy before it. */
export type Hop = { readonly host: string; readonly port: number }

/** How far a connection came; what was not tried is null. */
export type Reach = {
  readonly tcp: Try
  /** The proxy's answer to CONNECT. */
  readonly tunnel: Try | null
  readonly tls: Greeting | null
}

export type Route =
  | { readonly kind: 'direct'; readonly hop: Hop }
  /** `opensTunnels`: one that is asked by CONNECT; the others are left to the HTTP client. */
  | { readonly kind: 'proxy'; readonly hop: Hop; readonly opensTunnels: boolean }
  /** The system's proxy settings could not be read. */
  | { readonly kind: 'unknown' }

/** What an answer came to: null for a good one, else its fault. Absent: it was not asked. */
export type Answered = Fault | null

/** What the server said to questions that change nothing, each about a job that cannot exist. */
export type Asked = {
  /** As every look asks: with the key and the organization. */
  readonly read: Answered
  /** Without the key. */
  readonly unsigned?: Answered
  /** With the key, at a path that no API has. */
  readonly nowhere?: Answered
  /** Without the key, at that path. */
  readonly unsignedNowhere?: Answered
  readonly readWithoutOrganization?: Answered
  readonly post?: Answered
  readonly postWithoutOrganization?: Answered
  /** How far the server's clock is ahead of this one, ms; null when it never told its time. */
  readonly aheadMs: number | null
  /** True when any answer came, whatever it said. */
  readonly answered: boolean
}

/** What was found out about one connection, to be judged by `diagnose`. */
export type Evidence = {
  readonly vendor: 'merchantops' | 'retailgrid'
  readonly secure: boolean
  readonly sendsKey: boolean
  readonly namesOrganization: boolean
  readonly postsProgress: boolean
  readonly route: Route
  /** Null when the hop's host is a number and needs no look-up. */
  readonly name: Try<{ readonly addresses: readonly string[] }> | null
  readonly reach: Reach | null
  /** The server was not asked, since it asked for no requests before then, ISO. */
  readonly waitsUntil: string | null
  readonly asked: Asked | null
}
