import { expect, it } from 'vitest'
import { createUsualFailing } from '../../../src/main/watch/failing'
import { failingShare } from '../../../src/shared/failing'
import { aJob, anEndedJob } from '../../support/builders'

const ref = { connectionId: 'c1', jobId: 'a' }

it('a share is said of fifty items and more, counting the failed beside the processed', () => {
  const shares = [
    [40, 9],
    [40, 10],
    [50, null],
    [null, 60],
  ].map(([processed = null, failed = null]) => failingShare(aJob({ processed, failed })))
  expect(shares).toEqual([null, 0.2, null, 1])
})

it('the usual of a type is known after three ended jobs of the same connection, all items taken together', () => {
  const usual = createUsualFailing()
  const learn = (failed: number, processed = 100) => usual.learn(ref, anEndedJob({ processed, failed }))
  learn(0, 998)
  learn(2, 998)
  usual.learn(ref, aJob({ processed: 10, failed: 90 }))
  learn(1, 1)
  expect(usual.of(ref, 'enrichment')).toBeNull()
  learn(0, 0)
  learn(6, 994)
  expect(usual.of(ref, 'enrichment')).toBeCloseTo(8 / 2_998)
  expect([usual.of({ ...ref, connectionId: 'c2' }, 'enrichment'), usual.of(ref, 'crawl')]).toEqual([null, null])
})
