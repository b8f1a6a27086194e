import type { Capabilities, Connection } from '../../shared/connection'
import type { Result } from '../../shared/fault'
import type { Job, JobDetail } from '../../shared/job'

/** What one answer said of a job. A field that is absent here was absent there: it clears nothing (architecture rule 4). */
export type JobFacts = {
  readonly [Field in keyof Omit<Job, 'percent' | 'epoch'>]?: Job[Field]
} & {
  readonly status: string
  readonly phase: Job['phase']
  /** What the status word alone says; the counts may make it worse. */
  readonly outcome: Job['outcome']
  /** 0-100 as the server sent it; out of range stays as sent. */
  readonly percentSent?: number | null
}

/** One good answer about one job. */
export type Observation = {
  readonly source: 'status' | 'detail' | 'reply'
  readonly facts: JobFacts
  /** Each part absent when the answer had no such field; trimmed to what is kept. */
  readonly detail?: { readonly [Part in keyof JobDetail]?: JobDetail[Part] }
  /** Size of the body, bytes: later looks are spaced by it. */
  readonly bytes: number
}

export type CreateInput = {
  readonly jobType: string
  readonly totalItems: number
  readonly metadata?: Readonly<Record<string, unknown>>
  readonly triggeredBy?: string
}

export type IssueInput = {
  readonly entityKey: string
  readonly errorType: string
  readonly message: string
  readonly entityType?: string
  readonly step?: string
  readonly details?: Readonly<Record<string, unknown>>
}

/** Only what is present is sent (api-notes E25). `fail` carries its sentence. */
export type ProgressInput = {
  readonly transition?:
    | { readonly kind: 'start' }
    | { readonly kind: 'complete' }
    | { readonly kind: 'fail'; readonly message: string }
  readonly totalItems?: number
  readonly processedItems?: number
  readonly stage?: string
  readonly message?: string
  readonly metadataPatch?: Readonly<Record<string, unknown>>
  readonly error?: IssueInput
  readonly warning?: IssueInput
}

/** What every vendor must offer. Both reads change nothing on the server and never throw for anything a server does. */
export type JobsReading = {
  readonly capabilities: Capabilities
  /** The light read where there is one, else the same as readDetail. */
  readStatus(jobId: string): Promise<Result<Observation>>
  readDetail(jobId: string): Promise<Result<Observation>>
}

/** What only a vendor with `create` and `postProgress` offers. Never repeated by itself: posts are not idempotent. */
export type JobsWriting = {
  create(input: CreateInput): Promise<Result<{ readonly jobId: string; readonly observation: Observation }>>
  postProgress(jobId: string, input: ProgressInput): Promise<Result<Observation>>
}

export type JobsApi = JobsReading & { readonly writing: JobsWriting | null }

/** Asked for each request and never kept: the key lives in the keychain's cache alone. */
export type KeySource = () => Promise<Result<string | null>>

export type JobsApiFactory = (connection: Connection, http: HttpPort, key: KeySource) => JobsApi

export type HttpRequest = {
  readonly method: 'GET' | 'POST'
  /** Whole URL; its path has been asserted. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Bytes after decompression. */
  readonly maxBytes: number
}

export type HttpAnswer = {
  readonly status: number
  readonly json: unknown
  readonly bytes: number
  /** The server's `Date` in ms since 1970, when it sent one. */
  readonly serverTime: number | null
}

/** One exchange. Any status but 2xx, and any trouble on the way, is a fault; never throws. */
export type HttpPort = (request: HttpRequest) => Promise<Result<HttpAnswer>>
