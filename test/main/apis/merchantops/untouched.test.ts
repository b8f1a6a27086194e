import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBody, progressBody } from '../../../../src/main/apis/merchantops/bodies'
import {
  type CreateInput,
  createInputSchema,
  type IssueInput,
  type ProgressInput,
  progressInputSchema,
} from '../../../../src/shared/progress'

/** What each field of the form may become in the body, and nothing else. */
const names: Readonly<Record<Exclude<keyof ProgressInput, 'transition'>, string>> = {
  totalItems: 'total_items',
  processedItems: 'processed_items',
  stage: 'stage',
  message: 'message',
  metadataPatch: 'metadata_patch',
  error: 'error',
  warning: 'warning',
}
const marks = { start: 'mark_started', complete: 'mark_completed', fail: 'mark_failed' } as const
const issueNames: Readonly<Record<keyof IssueInput, string>> = {
  entityKey: 'entity_key',
  errorType: 'error_type',
  message: 'message',
  entityType: 'entity_type',
  step: 'step',
  details: 'details',
}

const text = fc.oneof(fc.string(), fc.constantFrom('', ' ', 'uploading'))
const record = fc.dictionary(
  fc.string().filter(key => key !== '__proto__'),
  fc.jsonValue(),
  { maxKeys: 3 },
)
const filled = fc.oneof({ weight: 9, arbitrary: fc.string().map(rest => `x${rest}`) }, text)
const issue = fc.record(
  { entityKey: filled, errorType: filled, message: filled, entityType: text, step: text, details: record },
  { requiredKeys: ['entityKey', 'errorType', 'message'] },
)
const progress: fc.Arbitrary<ProgressInput> = fc.record(
  {
    transition: fc.oneof(
      fc.constantFrom({ kind: 'start' } as const, { kind: 'complete' } as const),
      text.map(message => ({ kind: 'fail', message }) as const),
    ),
    totalItems: fc.nat(),
    processedItems: fc.nat(),
    stage: text,
    message: text,
    metadataPatch: record,
    error: issue,
    warning: issue,
  },
  { requiredKeys: [] },
)
const creation: fc.Arbitrary<CreateInput> = fc.record(
  { jobType: text, totalItems: fc.nat(), metadata: record, triggeredBy: text },
  { requiredKeys: ['jobType', 'totalItems'] },
)

const isBlank = (value: unknown): boolean =>
  (typeof value === 'string' && value.trim() === '') ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0)

const expectedIssue = (given: IssueInput) =>
  Object.fromEntries(
    Object.entries(issueNames).flatMap(([field, name]) => {
      const value: unknown = Reflect.get(given, field)
      return value === undefined || isBlank(value) ? [] : [[name, value]]
    }),
  )

/** The body said in another way than the app says it. */
function expected({ transition, ...input }: ProgressInput): object {
  const mark = transition && { [marks[transition.kind]]: transition.kind === 'fail' ? transition.message : true }
  const fields = Object.entries(names).flatMap(([field, name]) => {
    const value: unknown = Reflect.get(input, field)
    if (value === undefined || isBlank(value)) return []
    const given = field === 'error' ? input.error : field === 'warning' ? input.warning : undefined
    return [[name, given === undefined ? value : expectedIssue(given)]]
  })
  return { ...mark, ...Object.fromEntries(fields) }
}

describe('the body of every form there can be', () => {
  it('E25: holds what was touched, under the vendor’s names, and not a field more', () => {
    let sent = 0
    fc.assert(
      fc.property(progress, input => {
        expect(progressInputSchema.parse(input)).toEqual(input)
        const body = progressBody(input)
        if (!body.ok) return
        sent += 1
        expect(JSON.parse(body.value)).toEqual(JSON.parse(JSON.stringify(expected(input))))
      }),
      { numRuns: 2_000 },
    )
    expect(sent).toBeGreaterThan(300)
  })

  it('E30: that creates a job likewise', () => {
    fc.assert(
      fc.property(creation, input => {
        expect(createInputSchema.parse(input)).toEqual(input)
        const body = createBody(input)
        expect(body.ok).toBe(input.jobType.trim() !== '')
        if (!body.ok) return
        const { jobType, totalItems, metadata = {}, triggeredBy = '' } = input
        expect(JSON.parse(body.value)).toEqual({
          job_type: jobType,
          total_items: totalItems,
          ...(isBlank(metadata) ? {} : { metadata: JSON.parse(JSON.stringify(metadata)) }),
          ...(isBlank(triggeredBy) ? {} : { triggered_by: triggeredBy }),
        })
      }),
    )
  })

  it.each<[unknown]>([
    [{ stage: null }],
    [{ stage: undefined }],
    [{ transition: { kind: 'start', message: 'x' } }],
    [{ transition: { kind: 'fail' } }],
    [{ metadataPatch: [] }],
    [{ metadataPatch: 'x' }],
    [{ totalItems: '5' }],
    [{ totalItems: Number.NaN }],
    [{ mark_started: false }],
    [{ error: { entityKey: 'a', errorType: 'b' } }],
  ])('a form that is none is refused at the door: %j', input => {
    expect(progressInputSchema.safeParse(input).success).toBe(false)
  })
})
