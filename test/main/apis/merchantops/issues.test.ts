import { describe, expect, it } from 'vitest'
import { issuesInOrder, referenceKeys } from '../../../../src/main/apis/merchantops/issues'
import { aWireIssue } from '../builders'

const at = (timestamp: unknown, entity_key: string) => aWireIssue({ timestamp, entity_key })
const keysOf = (entries: readonly unknown[]) => issuesInOrder(entries).map(issue => issue.entityKey)

describe('the listed errors of a job', () => {
  it('are read field by field', () => {
    const entry = aWireIssue({ step: 'fetch', details: { url: 'https://x.example', tries: 3 } })
    expect(issuesInOrder([entry])).toEqual([
      {
        entityKey: 'SKU-1',
        entityType: 'product',
        errorType: 'missing_image',
        message: 'No image.',
        step: 'fetch',
        timestamp: '2026-01-05T10:00:00Z',
        details: { url: 'https://x.example', tries: 3 },
      },
    ])
  })

  it('E41: stand oldest first whatever their order, and of two at one time the earlier entry first', () => {
    const entries = [
      at('2026-01-05T10:00:00Z', 'a'),
      at('2026-01-05T12:00:00', 'b'),
      at('2026-01-05T11:00:00Z', 'c'),
      at('2026-01-05T11:00:00Z', 'd'),
      at('no time', 'e'),
      at(undefined, 'f'),
    ]
    expect(keysOf(entries)).toEqual(['e', 'f', 'a', 'c', 'd', 'b'])
  })

  it('E10: are all kept, twenty thousand of them too', () => {
    const entries = Array.from({ length: 20_000 }, (_, index) =>
      at(new Date(1_700_000_000_000 + index * 1_000).toISOString(), `k${index}`),
    )
    expect(keysOf(entries)).toEqual(entries.map((_, index) => `k${index}`))
  })

  it('are cut to the last hundred thousand when a body is full of empty ones', () => {
    const entries = Array.from({ length: 150_000 }, (_, index) => (index === 50_000 ? { entity_key: 'first' } : {}))
    const issues = issuesInOrder(entries)
    expect(issues).toHaveLength(100_000)
    expect(issues[0]?.entityKey).toBe('first')
  })

  it('E42: show an entry with a bad field and pass over what is no entry', () => {
    const issues = issuesInOrder([aWireIssue({ message: 7, step: [], timestamp: null }), 'text', null, 7, []])
    expect(issues).toHaveLength(1)
    expect(issues[0]).toMatchObject({ entityKey: 'SKU-1', message: '', step: null, timestamp: null, details: null })
  })

  it('E39: are bounded each', () => {
    const [issue] = issuesInOrder([
      aWireIssue({ message: `<b>\u202e${'x'.repeat(9_000)}`, details: { deep: 'y'.repeat(90_000) } }),
    ])
    expect(issue?.message).toHaveLength(4_000)
    expect(issue?.message.startsWith('<b> x')).toBe(true)
    expect(JSON.stringify(issue?.details).length).toBeLessThan(2_000)
  })
})

describe('the reference keys of a job', () => {
  it('are all kept, in the order of the server', () => {
    const entries = Array.from({ length: 100_000 }, (_, index) => ({ entity_type: 'product', key: `SKU-${index}` }))
    const keys = referenceKeys(entries)
    expect(keys).toHaveLength(100_000)
    expect([keys[0], keys.at(-1)]).toEqual([
      { entityType: 'product', key: 'SKU-0' },
      { entityType: 'product', key: 'SKU-99999' },
    ])
  })

  it('pass over what is no key', () => {
    expect(referenceKeys([null, 'x', 7, { entity_type: 'product', key: 'SKU-1' }])).toHaveLength(1)
  })
})
