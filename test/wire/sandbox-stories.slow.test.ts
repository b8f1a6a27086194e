import { describe, expect, it } from 'vitest'
import { storyNames } from '../../src/sandbox/stories/catalogue'
import { refusals } from '../../src/sandbox/stories/refusals'
import { scaled } from './client'
import { aSandbox } from './sandbox'

const troubled = new Set(refusals.map(({ name }) => name))

/** What a story is about, when it is not about the answers going wrong. */
const expected: Readonly<Record<string, readonly string[]>> = { gone: ['not-found'], 'big-detail': ['too-large'] }

describe('the real clients through every story', () => {
  it.each(storyNames)('%s is read from its beginning to its end', async story => {
    const sandbox = await aSandbox(story)
    const limits = story === 'slow-body' ? { limits: scaled } : {}
    const apis = { merchantops: sandbox.merchant(limits), retailgrid: sandbox.retail(limits) }
    const seen: string[] = []
    const faults: string[] = []
    for (let step = 0; step < 6; step += 1) {
      for (const { vendor, job_id } of sandbox.ready.jobs.slice(0, 25)) {
        for (const result of [await apis[vendor].readStatus(job_id), await apis[vendor].readDetail(job_id)]) {
          if (!result.ok) {
            faults.push(result.fault.kind)
            continue
          }
          const { status, phase, outcome } = result.value.facts
          seen.push(status)
          expect(outcome === null).toBe(phase !== 'ended')
        }
      }
      await sandbox.tell('POST', '/clock/step', { seconds: 20 })
    }
    if (!troubled.has(story)) expect([...new Set(faults)]).toEqual(expected[story] ?? [])
    expect(seen.length > 0 || sandbox.ready.jobs.length === 0).toBe(true)
  })
})
