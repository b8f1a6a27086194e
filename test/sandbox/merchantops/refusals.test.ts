import { expect, it } from 'vitest'
import { aSandbox, bearer, call } from '../support/a-sandbox'

it.each([
  [
    'a missing field',
    { job_type: 'crawl' },
    { loc: ['body', 'total_items'], msg: 'Field required', type: 'missing', input: { job_type: 'crawl' } },
  ],
  [
    'a negative count',
    { job_type: 'crawl', total_items: -1 },
    {
      loc: ['body', 'total_items'],
      msg: 'Input should be greater than or equal to 0',
      type: 'greater_than_equal',
      ctx: { ge: 0 },
      input: -1,
    },
  ],
  [
    'a number as text',
    { job_type: 'crawl', total_items: '5' },
    { loc: ['body', 'total_items'], msg: 'Input should be a valid integer', type: 'int_type', input: '5' },
  ],
  [
    'a broken number',
    { job_type: 'crawl', total_items: 1.5 },
    {
      loc: ['body', 'total_items'],
      msg: 'Input should be a valid integer, got a number with a fractional part',
      type: 'int_from_float',
      input: 1.5,
    },
  ],
  [
    'null for an object',
    { job_type: 'crawl', total_items: 1, metadata: null },
    { loc: ['body', 'metadata'], msg: 'Input should be a valid dictionary', type: 'dict_type', input: null },
  ],
  [
    'a list for the body',
    [1],
    {
      loc: ['body'],
      msg: 'Input should be a valid dictionary or object to extract fields from',
      type: 'model_attributes_type',
      input: [1],
    },
  ],
])('answers 422 to %s when creating, as FastAPI writes it', async (_what, body, finding) => {
  const sandbox = await aSandbox()
  expect(await sandbox.post('/api/jobs/', body)).toMatchObject({ status: 422, body: { detail: [finding] } })
})

it('names every field that is wrong in a progress report, inner ones too', async () => {
  const sandbox = await aSandbox()
  const report = { mark_started: null, processed_items: true, error: { entity_key: 'A', message: 4 }, stage: [] }
  const { status, body } = await sandbox.post(`/api/jobs/${await sandbox.create()}/progress`, report)
  expect(status).toBe(422)
  expect(body.detail).toMatchObject([
    { loc: ['body', 'error', 'error_type'], type: 'missing' },
    { loc: ['body', 'error', 'message'], type: 'string_type' },
    { loc: ['body', 'mark_started'], type: 'bool_type' },
    { loc: ['body', 'processed_items'], type: 'int_type' },
    { loc: ['body', 'stage'], type: 'string_type' },
  ])
})

const sent = async (text: string | undefined, contentType: string | undefined) => {
  const sandbox = await aSandbox()
  const { url, keys } = sandbox.ready.merchantops
  const headers = { ...bearer(keys.full), ...(contentType === undefined ? {} : { 'content-type': contentType }) }
  const body = text === undefined ? {} : { body: new TextEncoder().encode(text) }
  return call(`${url}/api/jobs/`, { method: 'POST', headers, ...body })
}

const fine = '{"job_type":"crawl","total_items":1}'

it('says where malformed JSON breaks', async () => {
  const { status, body } = await sent('{"job_type":"crawl",}', 'application/json')
  expect(status).toBe(422)
  expect(body.detail).toMatchObject([{ loc: ['body', 20], type: 'json_invalid', msg: 'JSON decode error', input: {} }])
})

it('answers 422 to an empty body', async () => {
  expect(await sent(undefined, 'application/json')).toMatchObject({
    status: 422,
    body: { detail: [{ loc: ['body'], type: 'missing' }] },
  })
})

it.each(['text/plain', 'application/x-www-form-urlencoded'])(
  'takes %s for text, which is no object',
  async contentType => {
    const { status, body } = await sent(fine, contentType)
    expect(status).toBe(422)
    expect(body.detail).toMatchObject([{ loc: ['body'], type: 'model_attributes_type', input: fine }])
  },
)

it.each([undefined, 'application/json; charset=utf-8', 'application/vnd.feed+json'])(
  'reads %s as JSON',
  async contentType => {
    expect((await sent(fine, contentType)).status).toBe(201)
  },
)

it('answers 422, not 500, to JSON of 100,000 levels', async () => {
  const deep = `{"job_type":"crawl","total_items":1,"metadata":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`
  expect((await sent(deep, 'application/json')).status).toBe(422)
})

it('refuses who may not call before it looks at the body', async () => {
  const sandbox = await aSandbox()
  const { keys } = sandbox.ready.merchantops
  expect((await sandbox.post('/api/jobs/', 'nonsense', bearer(keys.read))).status).toBe(403)
  expect((await sandbox.post('/api/jobs/nothing/progress', { stage: 1 })).status).toBe(422)
})
