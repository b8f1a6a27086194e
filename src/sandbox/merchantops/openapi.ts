import { bodyOf, component, json, type Part, pathId, refusal, validation } from '../openapi'
import { createRequest, progressRequest } from './requests'
import { jobDetailResponse, jobResponse, jobStatusResponse } from './schemas'

const optional = (place: string, name: string): Part => ({
  in: place,
  name,
  required: false,
  schema: { anyOf: [{ type: 'string' }, { type: 'null' }] },
})

const callerParameters = [
  optional('header', 'authorization'),
  optional('header', 'X-Organization-ID'),
  optional('cookie', 'stytch_session'),
]
const withId = [pathId({ type: 'string' }), ...callerParameters]

const refusals: Part = {
  '401': refusal('No key, or an unknown one'),
  '403': refusal('The permission or the organization is not the caller’s'),
  '422': json('The request does not fit', 'HTTPValidationError'),
}
const unseen: Part = { '404': refusal('No such job in this organization') }

/** The contract this port follows, written from the sandbox's own schemas. */
export const merchantOpenApi: Part = {
  openapi: '3.1.0',
  info: { title: 'MerchantOps jobs, sandbox', version: '1.0.0' },
  paths: {
    '/api/jobs/': {
      post: {
        operationId: 'create_job',
        parameters: callerParameters,
        requestBody: bodyOf('JobCreateRequest'),
        responses: { '201': json('The new job', 'JobResponse'), ...refusals },
      },
    },
    '/api/jobs/{job_id}': {
      get: {
        operationId: 'get_job',
        parameters: withId,
        responses: { '200': json('The job, whole', 'JobDetailResponse'), ...unseen, ...refusals },
      },
    },
    '/api/jobs/{job_id}/status': {
      get: {
        operationId: 'get_job_status',
        parameters: withId,
        responses: { '200': json('Six fields to poll', 'JobStatusResponse'), ...unseen, ...refusals },
      },
    },
    '/api/jobs/{job_id}/progress': {
      post: {
        operationId: 'report_job_progress',
        parameters: withId,
        requestBody: bodyOf('JobProgressRequest'),
        responses: { '200': json('The job after the report', 'JobResponse'), ...unseen, ...refusals },
      },
    },
  },
  components: {
    schemas: {
      JobCreateRequest: component(createRequest),
      JobProgressRequest: component(progressRequest),
      JobStatusResponse: component(jobStatusResponse),
      JobResponse: component(jobResponse),
      JobDetailResponse: component(jobDetailResponse),
      ...validation({ ctx: { type: 'object' }, input: {} }),
    },
  },
}
