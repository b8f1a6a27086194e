import type { Capabilities, Connection } from '../../shared/connection'
import type { Result } from '../../shared/fault'
import type { Job, JobDetail, JobIssue, ReferenceKey } from '../../shared/job'
import type { PostContent } from '../../shared/outbox'
import type { CreateInput, ProgressInput } from '../../shared/progress'
import type { Oddity } from './drift'

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

/** The large parts that an answer carried, whole: the cap on its body bounds them. Absent: the answer had no such field. */
export type DetailParts = {
  /** Oldest first. */
  readonly errors?: readonly JobIssue[]
  readonly warnings?: readonly JobIssue[]
  readonly metadata?: JobDetail['metadata']
  readonly errorDetails?: JobDetail['errorDetails']
  /** In the server's order. */
  readonly referenceKeys?: readonly ReferenceKey[]
}

/** One good answer about one job. */
export type Observation = {
  readonly source: 'status' | 'detail' | 'reply'
  readonly facts: JobFacts
  readonly detail?: DetailParts
  /** What was odd about the answer; absent: nothing was. */
  readonly odd?: readonly Oddity[]
  /** Size of the body, bytes: later looks are spaced by it. */
  readonly bytes: number
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
  /**
   * An empty report for a job that cannot exist: it changes nothing, and its refusal tells whether the key may post
   * (404 or 422) or not (403).
   */
  askToPost(): Promise<Result<unknown>>
  /** The request that the two above would make, with another text in the place of the key. Asks nobody. */
  preview(content: PostContent, key: string): Result<HttpRequest & { readonly body: string }>
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
  /** Told of each answer before its body is read, of a refusal too. */
  readonly onAnswer?: (head: AnswerHead) => void
}

export type AnswerHead = {
  readonly status: number
  /** The server's `Date` in ms since 1970, when it sent one. */
  readonly serverTime: number | null
}

export type HttpAnswer = AnswerHead & { readonly json: unknown; readonly bytes: number }

/** One exchange. Any status but 2xx, and any trouble on the way, is a fault; never throws. */
export type HttpPort = (request: HttpRequest) => Promise<Result<HttpAnswer>>
