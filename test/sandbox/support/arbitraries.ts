import fc from 'fast-check'

const text = fc.string({ unit: 'grapheme', maxLength: 40 })
const count = fc.nat({ max: 1_000_000 })
const object = fc.dictionary(fc.string({ maxLength: 12 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 5 })
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })

export const createRequests = fc.record(
  { job_type: text, total_items: count, metadata: object, triggered_by: orNull(text) },
  { requiredKeys: ['job_type', 'total_items'] },
)

export const entries = fc.record(
  {
    entity_key: text,
    entity_type: fc.constantFrom('job', 'product', 'document'),
    error_type: text,
    message: text,
    details: orNull(object),
    step: orNull(text),
  },
  { requiredKeys: ['entity_key', 'error_type', 'message'] },
)

export const progressRequests = fc.record(
  {
    error: orNull(entries),
    warning: orNull(entries),
    mark_started: fc.boolean(),
    mark_completed: fc.boolean(),
    mark_failed: orNull(text),
    message: orNull(text),
    metadata_patch: orNull(object),
    processed_items: orNull(count),
    total_items: orNull(count),
    stage: orNull(text),
  },
  { requiredKeys: [] },
)

/** Values of every JSON type, odd ones among them. */
export const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(null, true, '', '5', -1, 0.5, 1e300, -0, [], {}, [null], 2 ** 53, 2 ** 53 - 1),
)

/** A request in which some fields have been replaced by anything, removed or added. */
export function spoilt<T extends object>(requests: fc.Arbitrary<T>, names: readonly string[]): fc.Arbitrary<unknown> {
  const changes = fc.array(fc.tuple(fc.constantFrom(...names, 'stray'), fc.option(anything, { nil: undefined })), {
    maxLength: 3,
  })
  const changed = fc.tuple(requests, changes).map(([request, list]) => {
    const kept = Object.entries(request).filter(([name]) => !list.some(([other]) => other === name))
    return Object.fromEntries([...kept, ...list.filter(([, value]) => value !== undefined)])
  })
  return fc.oneof({ weight: 9, arbitrary: changed }, { weight: 1, arbitrary: anything })
}
