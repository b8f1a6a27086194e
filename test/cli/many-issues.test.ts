import { describe, expect, it } from 'vitest'
import { show } from '../../src/cli/show'
import type { JobDetail } from '../../src/shared/job'
import { aCommandLine } from '../support/a-command-line'
import { anIssue } from '../support/builders'

const all = Array.from({ length: 1_203 }, (_, index) => anIssue({ entityKey: `SKU-${index}` }))
const detail: JobDetail = {
  errors: all.slice(0, 100),
  errorCount: all.length,
  warnings: all.slice(0, 100),
  warningCount: 101,
  metadata: null,
  errorDetails: null,
  referenceKeys: { count: 0, sample: [] },
}
const paging = (total: number) => ({
  'jobs:read-detail': async () => detail,
  'jobs:read-errors': async (_ref: unknown, offset: number, limit: number) => ({
    total,
    entries: all.slice(offset, Math.min(total, offset + limit)),
  }),
  'jobs:read-warnings': async (_ref: unknown, offset: number) => ({ total: 101, entries: all.slice(offset, 101) }),
})

const asText = { asJson: false, now: () => 0, pause: async () => undefined }
const asJson = { ...asText, asJson: true }

describe('show, of a job with many errors', () => {
  it('gives scripts every one of them', async () => {
    const { ask, out, printed, asked } = await aCommandLine(paging(all.length))
    await show(ask, out, 'Outfitters', 'enrichment-5f2c81d0', asJson)
    expect(JSON.parse(printed.join('\n'))).toMatchObject({ errors: all, warnings: all.slice(0, 101) })
    expect(asked.filter(([name]) => name === 'jobs:read-errors').map(([, args]) => args.slice(1))).toEqual([
      [100, 500],
      [600, 500],
      [1_100, 500],
    ])
  })

  it('ends when there are fewer of them than there were', async () => {
    const { ask, out, printed } = await aCommandLine(paging(300))
    await show(ask, out, 'Outfitters', 'enrichment-5f2c81d0', asJson)
    expect(JSON.parse(printed.join('\n')).errors).toHaveLength(300)
  })

  it('prints the newest for people and says how many more there are', async () => {
    const { ask, out, printed } = await aCommandLine(paging(all.length))
    await show(ask, out, 'Outfitters', 'enrichment-5f2c81d0', asText)
    expect(printed.filter(line => line.startsWith('error '))).toHaveLength(100)
    expect(printed).toContain('1,103 older errors: see --json.')
    expect(printed.at(-1)).toBe('1 older warning: see --json.')
  })
})
