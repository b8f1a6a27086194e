import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { complaintAt, restOf } from '../../../../src/renderer/post/forms/gather'
import { emptyIssue, type IssueForm } from '../../../../src/renderer/post/forms/issue-form'
import { progressFormFrom, progressFormOf } from '../../../../src/renderer/post/forms/kept-form'
import {
  emptyProgress,
  type ProgressForm,
  progressFields,
  readProgress,
} from '../../../../src/renderer/post/forms/progress-form'
import type { ProgressInput } from '../../../../src/shared/progress'

const inputOf = (own: Partial<ProgressForm>) => readProgress({ ...emptyProgress, ...own }).input
const issue: IssueForm = { ...emptyIssue, entityKey: 'SKU-1', errorType: 'image_missing', message: 'No image.' }

test.each<[string, Partial<ProgressForm>, ProgressInput]>([
  ['nothing touched', {}, {}],
  ['start', { transition: 'start' }, { transition: { kind: 'start' } }],
  ['complete', { transition: 'complete' }, { transition: { kind: 'complete' } }],
  ['fail', { transition: 'fail', failMessage: ' It broke. ' }, { transition: { kind: 'fail', message: 'It broke.' } }],
  ['fail without a sentence', { transition: 'fail' }, { transition: { kind: 'fail', message: '' } }],
  ['a sentence of failing that was left behind', { failMessage: 'It broke.' }, {}],
  ['zero', { processed: '0', total: '0' }, { processedItems: 0, totalItems: 0 }],
  ['numbers with blanks around', { processed: ' 12 ' }, { processedItems: 12 }],
  ['blanks alone', { stage: '  ', message: '\t', processed: ' ', patch: '\n' }, {}],
  ['a stage and a message', { stage: 'uploading', message: 'Half way' }, { stage: 'uploading', message: 'Half way' }],
  ['a patch', { patch: '{"a": null, "b": 0}' }, { metadataPatch: { a: null, b: 0 } }],
  ['an empty patch', { patch: '{}' }, { metadataPatch: {} }],
  ['one error', { error: issue }, { error: { entityKey: 'SKU-1', errorType: 'image_missing', message: 'No image.' } }],
  [
    'a warning with everything',
    { warning: { ...issue, entityType: 'product', step: 'download', details: '{"n": 1}' } },
    {
      warning: {
        entityKey: 'SKU-1',
        errorType: 'image_missing',
        message: 'No image.',
        entityType: 'product',
        step: 'download',
        details: { n: 1 },
      },
    },
  ],
  [
    'an error of which only the step was typed',
    { error: { ...emptyIssue, step: 'upload' } },
    { error: { entityKey: '', errorType: '', message: '', step: 'upload' } },
  ],
])('%s', (_what, form, input) => {
  expect(inputOf(form)).toStrictEqual(input)
})

describe('what cannot be read', () => {
  test.each([
    [{ processed: '1.5' }, 'processed_items', 'whole number'],
    [{ processed: '-1' }, 'processed_items', 'whole number'],
    [{ total: '1e3' }, 'total_items', 'whole number'],
    [{ total: '9007199254740993' }, 'total_items', 'whole number'],
    [{ patch: '{"a": 1,\n}' }, 'metadata_patch', 'Line 2, column 1'],
    [{ patch: '[1]' }, 'metadata_patch', 'object'],
    [{ patch: 'null' }, 'metadata_patch', 'object'],
    [{ error: { ...issue, details: '{' } }, 'error.details', 'Line 1, column 2'],
    [{ warning: { ...issue, details: '7' } }, 'warning.details', 'object'],
  ] as const)('%o is left out and complained of at its field', (own, at, message) => {
    const { input, complaints } = readProgress({ ...emptyProgress, ...own })
    expect(complaints).toEqual([{ at, message: expect.stringContaining(message) }])
    expect(JSON.stringify(input)).not.toContain('details')
    expect(input).not.toHaveProperty('metadataPatch')
    expect(input).not.toHaveProperty('processedItems')
  })
})

const typed = fc.oneof(fc.string(), fc.constantFrom('0', '12', '{}', '{"a":1}', ' x ', 'null', 'false'))
const anIssueForm = fc.record({
  entityType: typed,
  entityKey: typed,
  errorType: typed,
  message: typed,
  step: typed,
  details: typed,
})
/** Each entry is one field that a person touched. */
const touches: fc.Arbitrary<Partial<ProgressForm>> = fc.record(
  {
    transition: fc.constantFrom('start', 'complete', 'fail'),
    stage: typed,
    message: typed,
    processed: typed,
    total: typed,
    patch: typed,
    error: anIssueForm,
    warning: anIssueForm,
  },
  { requiredKeys: [] },
)

const sentBy = {
  transition: 'transition',
  stage: 'stage',
  message: 'message',
  processed: 'processedItems',
  total: 'totalItems',
  patch: 'metadataPatch',
  error: 'error',
  warning: 'warning',
} as const satisfies Partial<Record<keyof ProgressForm, keyof ProgressInput>>

test('no untouched field is ever sent, and never null, undefined or a default', () => {
  fc.assert(
    fc.property(touches, touched => {
      const { input } = readProgress({ ...emptyProgress, ...touched })
      const allowed = new Set(Object.keys(touched).map(name => Reflect.get(sentBy, name)))
      for (const [name, value] of Object.entries(input)) {
        expect(allowed).toContain(name)
        expect(value).not.toBeNull()
        expect(value).not.toBeUndefined()
        expect(value).not.toBe(false)
        expect(value).not.toBe('')
      }
    }),
    { numRuns: 2_000 },
  )
})

test('every touched field is sent, or complained of, or blank', () => {
  fc.assert(
    fc.property(touches, touched => {
      const { input, complaints } = readProgress({ ...emptyProgress, ...touched })
      if (touched.processed?.trim())
        expect('processedItems' in input).toBe(complaintAt(complaints, 'processed_items') === null)
      if (touched.patch?.trim())
        expect('metadataPatch' in input).toBe(complaintAt(complaints, 'metadata_patch') === null)
      if (touched.stage?.trim()) expect(input.stage).toBe(touched.stage.trim())
    }),
  )
})

test('a report made elsewhere is shown as it would be sent', () => {
  const input: ProgressInput = {
    transition: { kind: 'fail', message: 'It broke.' },
    processedItems: 0,
    metadataPatch: { a: [1] },
    error: { entityKey: 'k', errorType: 't', message: 'm', details: { x: 1 } },
  }
  expect(readProgress(progressFormOf(input))).toEqual({ input, complaints: [] })
  expect(progressFormFrom('nonsense', input)).toEqual(progressFormOf(input))
})

test('a half-typed form comes back as it was typed', () => {
  const form: ProgressForm = { ...emptyProgress, patch: '{"a": ', processed: '1x' }
  expect(progressFormFrom(JSON.stringify(form), {})).toEqual(form)
})

test('a complaint below a field is the field’s, and one about anything else stays on top', () => {
  const complaints = [
    { at: 'metadata_patch.source', message: 'deep' },
    { at: 'error.entity_key', message: 'key' },
    { at: '', message: 'whole' },
    { at: 'colour', message: 'other' },
  ]
  expect(complaintAt(complaints, 'metadata_patch')).toBe('deep')
  expect(complaintAt(complaints, 'error.entity_key')).toBe('key')
  expect(complaintAt(complaints, 'stage')).toBeNull()
  expect(restOf(complaints, progressFields).map(({ message }) => message)).toEqual(['whole', 'other'])
})
