import { z } from 'zod'
import { component, json, type Part, pathId, refusal, validation } from '../openapi'

const text = z.string()
const uuid = z.guid()
const moment = z.iso.datetime({ offset: true })

export const retailStatusResponse = z.strictObject({
  job_id: uuid,
  job_type: text,
  status: text,
  created_at: moment,
  progress: z.int().nullish(),
  started_at: moment.nullish(),
  completed_at: moment.nullish(),
  error_message: text.nullish(),
  grid_id: uuid.nullish(),
  related_grid_fill_job_id: uuid.nullish(),
  grid_items_count: z.int().nullish(),
})

/** The contract this port follows, written from the sandbox's own schemas. */
export const retailOpenApi: Part = {
  openapi: '3.1.0',
  info: { title: 'Retailgrid jobs, sandbox', version: 'v1' },
  paths: {
    '/v1/jobs/{job_id}': {
      get: {
        operationId: 'get_job_v1_jobs__job_id__get',
        parameters: [pathId({ type: 'string', format: 'uuid' })],
        responses: {
          '200': json('The job as it stands', 'JobStatusResponse'),
          '401': refusal('No key, or an unknown one'),
          '404': refusal('No such job of this caller'),
          '422': json('Not a UUID', 'HTTPValidationError'),
        },
      },
    },
  },
  components: { schemas: { JobStatusResponse: component(retailStatusResponse), ...validation({}) } },
}
