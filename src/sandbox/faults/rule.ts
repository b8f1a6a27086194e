import { z } from 'zod'

const ms = z.number().min(0).max(3_600_000)
const megabytes = z.number().min(0).max(100_000)
const name = z.string().max(200)

/** What HTTP can carry: Node throws at anything else when the answer is sent. */
const headerName = z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, 'is not a name that a header can have')
const headerValue = z.string().regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'is not a value that a header can have')

/** What can go wrong. Times in real ms, sizes in bytes or MB. */
export const fault = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answer'),
    status: z.int().min(200).max(599),
    headers: z.record(headerName, headerValue).optional(),
    /** A string goes out as it is, anything else as JSON. */
    body: z.unknown().optional(),
    /** Retry-After as a number of seconds, or as a date that many seconds from now. */
    retry_after: z
      .strictObject({ form: z.enum(['seconds', 'date']), seconds: z.number().min(0).max(86_400) })
      .optional(),
  }),
  z.strictObject({ kind: z.literal('delay'), ms }),
  z.strictObject({ kind: z.literal('slow-body'), bytes: z.int().min(1), every_ms: z.int().min(1).max(600_000) }),
  z.strictObject({ kind: z.literal('cut'), after_bytes: z.int().min(0) }),
  z.strictObject({ kind: z.literal('reset') }),
  z.strictObject({ kind: z.literal('html') }),
  z.strictObject({ kind: z.literal('truncated-json') }),
  z.strictObject({ kind: z.literal('deep-json'), depth: z.int().min(1).max(1_000_000) }),
  z.strictObject({ kind: z.literal('gzip-bomb'), megabytes }),
  z.strictObject({ kind: z.literal('big-body'), megabytes }),
  z.strictObject({
    kind: z.literal('redirect'),
    status: z.union([z.literal(301), z.literal(302), z.literal(303), z.literal(307), z.literal(308)]),
    to: headerValue,
  }),
  z.strictObject({ kind: z.literal('drop-after-apply') }),
])

export const faultRule = z.strictObject({
  id: name.optional(),
  /** What is left out matches everything. `path` may hold `*`. */
  match: z
    .strictObject({
      server: z.enum(['merchantops', 'retailgrid']).optional(),
      method: name.optional(),
      path: z.string().max(2_000).optional(),
    })
    .default({}),
  /** Matching requests that pass unharmed first. */
  skip: z.int().min(0).default(0),
  /** Requests that it hits; without it, every one. */
  count: z.int().min(1).optional(),
  fault,
})

export type Fault = z.infer<typeof fault>
export type FaultRule = z.input<typeof faultRule>
export const faultRules = z.union([faultRule.transform(rule => [rule]), z.array(faultRule).max(1_000)])
