import { expect, it } from 'vitest'
import { z } from 'zod'
import { aSandbox, call } from './support/a-sandbox'
import { type ContractName, contract } from './support/contract'

const fullJob = {
  job_id: 'a',
  job_type: 'crawl',
  status: 's',
  total_items: 1,
  processed_items: 1,
  failed_items: 0,
  progress_percentage: 1.5,
  success_rate: 1,
}
const uuid = '123e4567-e89b-42d3-a456-426614174000'
const retailJob = { job_id: uuid, job_type: 'grid_fill', status: 's', created_at: '2026-03-14T12:00:00Z' }
const entry = { entity_key: 'A', error_type: 'x', message: 'm' }

const without = (body: object, name: string) => Object.fromEntries(Object.entries(body).filter(([key]) => key !== name))

/** A fitting body, it without each of its fields, and it with each of its fields spoilt. */
const variants = (body: object): readonly unknown[] => [
  body,
  ...Object.keys(body).map(name => without(body, name)),
  ...Object.keys(body).flatMap(name => [null, [], 'text', 1.5, {}].map(value => ({ ...body, [name]: value }))),
]

const shared = [
  ['merchantops', 'JobStatusResponse', 'merchantops-job-status', without(without(fullJob, 'job_type'), 'success_rate')],
  ['merchantops', 'JobResponse', 'merchantops-job', { ...fullJob, errors: [], metadata: {}, started_at: 'x' }],
  ['merchantops', 'JobDetailResponse', 'merchantops-job-detail', { ...fullJob, reference_keys: [], error_details: {} }],
  [
    'merchantops',
    'JobCreateRequest',
    'merchantops-create-request',
    { job_type: 'a', total_items: 0, metadata: {}, triggered_by: 'x' },
  ],
  [
    'merchantops',
    'JobProgressRequest',
    'merchantops-progress-request',
    { error: entry, mark_started: true, mark_failed: 'x', stage: 's', total_items: 0 },
  ],
  [
    'retailgrid',
    'JobStatusResponse',
    'retailgrid-job',
    { ...retailJob, progress: 1, grid_id: uuid, started_at: '2026-03-14T12:00:00Z' },
  ],
] as const satisfies readonly (readonly [string, string, ContractName, object])[]

it.each(shared)('%s serves a %s that agrees with our own %s', async (server, component, name, body) => {
  const sandbox = await aSandbox()
  const { body: document } = await call(`${sandbox.ready[server].url}/openapi.json`)
  const served = z.fromJSONSchema(Object(document.components).schemas[component])
  // Percentages are bounded in our words and left open in theirs, so no variant goes beyond 100.
  for (const variant of variants(body)) {
    expect([variant, served.safeParse(variant).success]).toEqual([variant, contract(name).safeParse(variant).success])
  }
})
