import { describe, expect, it } from 'vitest'
import { show } from '../../src/cli/show'
import type { RequestHandlers } from '../../src/shared/ipc'
import { aCommandLine, refusal } from '../support/a-command-line'
import { anEndedJob, anIssue, aWatchedJob } from '../support/builders'

const asText = { asJson: false, now: () => 0, pause: async () => undefined }
const asJson = { ...asText, asJson: true }

describe('show', () => {
  const detail = {
    errors: [anIssue({ message: 'line one\nline \u001b]0;two\u0007' })],
    warnings: [anIssue({ entityKey: 'SKU-7\r\u009b1A', message: 'w' })],
    errorCount: 1,
    warningCount: 1,
    metadata: { stage: 'x' },
    errorDetails: null,
    referenceKeys: { count: 0, sample: [] },
  }

  it('prints the job with its errors and warnings, each on one line that steers nothing', async () => {
    const { ask, out, printed } = await aCommandLine({ 'jobs:read-detail': async () => detail })
    await show(ask, out, 'Outfitters', 'enrichment-5f2c81d0', asText)
    expect(printed.slice(1)).toEqual([
      'error    product SKU-1042 · image_missing · download: line oneline ]0;two',
      'warning  product SKU-71A · image_missing · download: w',
    ])
  })

  it('leaves out an error type or a step that the API does not give, and lets neither steer the terminal', async () => {
    const [bare, steering] = [
      { errorType: '', step: null },
      { errorType: 'a\u001b[2J\n', step: ' ' },
    ]
    const errors = [bare, steering, { errorType: '', step: 'read' }].map(anIssue)
    const { ask, out, printed } = await aCommandLine({
      'jobs:read-detail': async () => ({ ...detail, errors, errorCount: 3, warnings: [], warningCount: 0 }),
    })
    await show(ask, out, 'Outfitters', 'enrichment-5f2c81d0', asText)
    expect(printed.slice(1)).toEqual(
      ['', ' · a[2J', ' · read'].map(kind => `error    product SKU-1042${kind}: The main image answers 404.`),
    )
  })

  it('says why the job failed, above its entries', async () => {
    const seenAnew: Partial<RequestHandlers> = {
      'jobs:look-now': async () => undefined,
      'jobs:read': async () => ({ watched: aWatchedJob({ seenAt: null }), connectionFault: null, paused: false }),
    }
    const failed = aWatchedJob({ job: anEndedJob({ outcome: 'failed', errorMessage: 'Worker died\u0007 at 62 %' }) })
    const { ask, out, printed } = await aCommandLine({ 'jobs:read-detail': async () => detail, ...seenAnew }, [failed])
    await show(ask, out, 'Outfitters', 'enrichment-5f2c81d0', asText)
    expect(printed[1]).toBe('reason   Worker died at 62 %')
  })

  it('gives scripts the job with its details', async () => {
    const { ask, out, printed } = await aCommandLine({ 'jobs:read-detail': async () => detail })
    await show(ask, out, 'Outfitters', 'enrichment-5f2c81d0', asJson)
    expect(JSON.parse(printed.join('\n'))).toMatchObject({
      jobId: 'enrichment-5f2c81d0',
      errors: detail.errors,
      warnings: detail.warnings,
      metadata: { stage: 'x' },
    })
  })

  it('of a job without details gives empty ones', async () => {
    const { ask, out, printed } = await aCommandLine({ 'jobs:read-detail': async () => null })
    await show(ask, out, 'Outfitters', 'enrichment-5f2c81d0', asJson)
    expect(JSON.parse(printed.join('\n'))).toMatchObject({ errors: [], warnings: [], metadata: null })
  })

  it('finds a UUID in any spelling', async () => {
    const jobId = '3f2b8c1e-5d47-4a90-9e61-0c2d4b7f8a15'
    const job = aWatchedJob({ ref: { connectionId: 'c2', jobId }, vendor: 'retailgrid' })
    const { ask, out, printed } = await aCommandLine({ 'jobs:read-detail': async () => null }, [job])
    await show(ask, out, 'Shop', jobId.toUpperCase(), asJson)
    expect(JSON.parse(printed.join('\n'))).toMatchObject({ jobId })
  })

  it('asks for the whole id where it was given the part that the window shows', async () => {
    const { ask, out } = await aCommandLine()
    await expect(show(ask, out, 'Outfitters', '5f2c81d0', asText)).rejects.toEqual(
      refusal('5f2c81d0 is not watched. Did you mean enrichment-5f2c81d0?'),
    )
  })

  it('of a job that is not watched says so, also when another connection has it', async () => {
    const { ask, out } = await aCommandLine()
    await expect(show(ask, out, 'Shop', 'enrichment-5f2c81d0', asText)).rejects.toEqual(
      refusal('enrichment-5f2c81d0 is not watched. Add it with jobtray watch.'),
    )
  })
})
