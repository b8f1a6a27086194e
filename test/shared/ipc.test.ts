import { describe, expect, it } from 'vitest'
import { connectionFormSchema, requestSchemas } from '../../src/shared/ipc'
import { aForm } from '../support/a-form'

describe('the shape of a form', () => {
  it('lets through what a person may have typed wrongly, so that it can be answered at its field', () => {
    const typed = aForm({
      name: '',
      baseUrl: 'nonsense',
      organization: 'a b',
      keySending: { kind: 'header', name: 'X: Y', prefix: 'two words' },
      key: 'not\na key',
    })
    expect(connectionFormSchema.parse(typed)).toEqual(typed)
  })

  it.each([
    ['a field too many', { ...aForm(), id: 'c9' }],
    ['a field too few', { name: 'x' }],
    ['another vendor', { ...aForm(), vendor: 'other' }],
    ['a key that is no text', { ...aForm(), key: 7 }],
    ['a way of sending that does not exist', { ...aForm(), keySending: { kind: 'query' } }],
    ['a name of a megabyte', aForm({ name: 'x'.repeat(1_048_576) })],
    ['a prototype', JSON.parse(`{"__proto__": {}, ${JSON.stringify(aForm()).slice(1)}`)],
  ])('refuses %s', (_name, form) => {
    expect(connectionFormSchema.safeParse(form).success).toBe(false)
  })
})

describe('the arguments of a request', () => {
  it.each([
    ['state:read', [1]],
    ['jobs:watch', ['c1']],
    ['jobs:watch', ['c1', 'x', 'y']],
    ['jobs:watch', [null, 'x']],
    ['jobs:forget', [[{ connectionId: 'c1' }]]],
    ['jobs:forget', [[{ connectionId: 'c1', jobId: 'x'.repeat(257) }]]],
    ['jobs:look-now', ['all']],
    ['notices:mark-seen', ['some']],
    ['notices:mark-seen', [[1.5]]],
    ['settings:change', [{ keepDays: 0 }]],
    ['app:switch-mode', ['prod']],
    ['connections:save', [null, aForm(), 'yes']],
  ] as const)('%s refuses %j', (name, args) => {
    expect(requestSchemas[name].safeParse(args).success).toBe(false)
  })
})
