import { describe, expect, it } from 'vitest'
import { newestIssues, sampleOfKeys } from '../../../../src/main/apis/merchantops/issues'
import { aWireIssue } from '../builders'

const at = (timestamp: unknown, entity_key: string) => aWireIssue({ timestamp, entity_key })
const keysOf = (entries: readonly unknown[]) => newestIssues(entries).map(issue => issue.entityKey)

describe('the listed errors of a job', () => {
  it('are read field by field', () => {
    const entry = aWireIssue({ step: 'fetch', details: { url: 'https://x.example', tries: 3 } })
    expect(newestIssues([entry])).toEqual([
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

  it('E41: stand newest first whatever their order, and of two at one time the later entry first', () => {
    const entries = [
      at('2026-01-05T10:00:00Z', 'a'),
      at('2026-01-05T12:00:00', 'b'),
      at('2026-01-05T11:00:00Z', 'c'),
      at('2026-01-05T11:00:00Z', 'd'),
      at('no time', 'e'),
      at(undefined, 'f'),
    ]
    expect(keysOf(entries)).toEqual(['b', 'd', 'c', 'a', 'f', 'e'])
  })

  it('E10: are kept to the newest five hundred', () => {
    const entries = Array.from({ length: 2_000 }, (_, index) =>
      at(new Date(1_700_000_000_000 + index * 1_000).toISOString(), `k${index}`),
    )
    const kept = keysOf(entries)
    expect(kept).toHaveLength(500)
    expect([kept[0], kept.at(-1)]).toEqual(['k1999', 'k1500'])
  })

  it('E42: show an entry with a bad field and pass over what is no entry', () => {
    const issues = newestIssues([aWireIssue({ message: 7, step: [], timestamp: null }), 'text', null, 7, []])
    expect(issues).toHaveLength(1)
    expect(issues[0]).toMatchObject({ entityKey: 'SKU-1', message: '', step: null, timestamp: null, details: null })
  })

  it('E39: are bounded each', () => {
    const [issue] = newestIssues([
      aWireIssue({ message: `<b>\u202e${'x'.repeat(9_000)}`, details: { deep: 'y'.repeat(90_000) } }),
    ])
    expect(issue?.message).toHaveLength(4_000)
    expect(issue?.message.startsWith('<b> x')).toBe(true)
    expect(JSON.stringify(issue?.details).length).toBeLessThan(2_000)
  })
})

describe('the reference keys of a job', () => {
  it('are counted whole and kept in a sample', () => {
    const entries = Array.from({ length: 100_000 }, (_, index) => ({ entity_type: 'product', key: `SKU-${index}` }))
    const { count, sample } = sampleOfKeys(entries)
    expect(count).toBe(100_000)
    expect(sample).toHaveLength(200)
    expect(sample[0]).toEqual({ entityType: 'product', key: 'SKU-0' })
  })
})
