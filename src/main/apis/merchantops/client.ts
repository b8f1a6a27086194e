import { capabilities } from '../../../shared/connection'
import { bad, good, type Result } from '../../../shared/fault'
import { checkJobId } from '../../../shared/job-id'
import type { CreateInput, ProgressInput } from '../../../shared/progress'
import { breath } from '../breath'
import { type Call, createCaller, requestOf } from '../call'
import { withOddities } from '../drift'
import { maxDetailBytes, maxStatusBytes } from '../http/limits'
import type { HttpAnswer, JobsApiFactory, JobsWriting, Observation } from '../jobs-api'
import { impossibleJobId } from '../prove-key'
import { aboutJob, readWire } from '../reading'
import { createBody, progressBody } from './bodies'
import { observeJob, observeStatus } from './translate'
import { type WireJob, wireIssueSchema, wireJobSchema, wireReferenceKeySchema, wireStatusSchema } from './wire'

const jobs = ['api', 'jobs'] as const

const lists = { errors: wireIssueSchema, warnings: wireIssueSchema, reference_keys: wireReferenceKeySchema }

const observed = (wire: WireJob, source: 'detail' | 'reply', { json, bytes }: HttpAnswer): Observation =>
  withOddities(observeJob(wire, source, bytes), json, wire, wireJobSchema, lists)

function readJob(answer: Result<HttpAnswer>, source: 'detail' | 'reply', jobId: string): Result<Observation> {
  if (!answer.ok) return answer
  const wire = readWire(wireJobSchema, answer.value.json)
  const own = wire.ok ? aboutJob(jobId, wire.value) : wire
  return own.ok ? good(observed(own.value, source, answer.value)) : own
}

type Post = Call & { readonly body: string }

function createCall(input: CreateInput): Result<Post> {
  const body = createBody(input)
  if (!body.ok) return body
  // Without this slash the server redirects, and no redirect is followed (api-notes E31).
  return good({ ...aPost, path: jobs, end: '/', body: body.value })
}

function progressCall(jobId: string, input: ProgressInput): Result<Post> {
  const body = progressBody(input)
  return body.ok ? good({ ...aPost, path: [...jobs, jobId, 'progress'], body: body.value }) : body
}

const aPost = { method: 'POST', maxBytes: maxDetailBytes, permission: 'job:create' } as const

/** Every call of the MerchantOps pages. Nothing is repeated here: a post sent twice is two posts (api-notes E24). */
export const merchantopsApi: JobsApiFactory = (connection, http, key) => {
  const call = createCaller(connection, http, key)

  const writing: JobsWriting = {
    async create(input) {
      const post = createCall(input)
      const answer = post.ok ? await call(post.value) : post
      if (!answer.ok) return answer
      const wire = readWire(wireJobSchema, answer.value.json)
      if (!wire.ok) return wire
      const checked = checkJobId('merchantops', wire.value.job_id)
      if (!checked.ok) return bad({ kind: 'garbled', what: 'job_id cannot be used as an id' })
      return good({ jobId: checked.jobId, observation: observed(wire.value, 'reply', answer.value) })
    },

    async postProgress(jobId, input) {
      const post = progressCall(jobId, input)
      return post.ok ? readJob(await call(post.value), 'reply', jobId) : post
    },

    askToPost: () => call({ ...aPost, path: [...jobs, impossibleJobId, 'progress'], body: '{}' }),

    preview(content, key) {
      const post = content.kind === 'create' ? createCall(content.input) : progressCall(content.jobId, content.input)
      if (!post.ok) return post
      const request = requestOf(connection, post.value, key)
      return request.ok ? good({ ...request.value, body: post.value.body }) : request
    },
  }

  return {
    capabilities: capabilities.merchantops,
    writing,

    async readStatus(jobId) {
      const path = [...jobs, jobId, 'status']
      const answer = await call({ method: 'GET', path, maxBytes: maxStatusBytes, permission: 'job:read' })
      if (!answer.ok) return answer
      const wire = readWire(wireStatusSchema, answer.value.json)
      const own = wire.ok ? aboutJob(jobId, wire.value) : wire
      if (!own.ok) return own
      const seen = observeStatus(own.value, answer.value.bytes)
      return good(withOddities(seen, answer.value.json, own.value, wireStatusSchema))
    },

    async readDetail(jobId) {
      const path = [...jobs, jobId]
      const answer = await call({ method: 'GET', path, maxBytes: maxDetailBytes, permission: 'job:read' })
      if (!answer.ok) return answer
      const { bytes } = answer.value
      await breath(bytes)
      const seen = readJob(answer, 'detail', jobId)
      await breath(bytes)
      return seen
    },
  }
}
