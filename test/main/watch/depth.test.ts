import { describe, expect, it } from 'vitest'
import {
  afterLook,
  type Depth,
  lightLooksBetween,
  mayBeSeenLightly,
  unread,
  wantsDetail,
} from '../../../src/main/watch/depth'
import type { Fault } from '../../../src/shared/fault'
import { aJob, anEndedJob, anObservation, someFacts } from '../../support/builders'

const megabyte = 1_048_576
const tooLarge: Fault = { kind: 'too-large', limitBytes: 8 * megabyte }
const broken: Fault = { kind: 'server', status: 500, retryAfterMs: null }
const aDepth = (own: Partial<Depth> = {}): Depth => ({
  lightSince: 0,
  bytes: 500,
  failures: 0,
  tooLarge: false,
  ...own,
})
const status = (own = {}) => anObservation(someFacts(own), { source: 'status' })

describe('light looks between two deep ones', () => {
  it.each([
    ['a usual job', aDepth(), 2],
    ['a job of one megabyte', aDepth({ bytes: megabyte }), 10],
    ['a job of eight megabytes', aDepth({ bytes: 8 * megabyte }), 66],
    ['a detail that failed once', aDepth({ failures: 1 }), 4],
    ['one that failed five times', aDepth({ failures: 5 }), 64],
    ['one that failed ever since', aDepth({ failures: 5_000 }), 1_024],
    ['one that is larger than is ever read', aDepth({ failures: 1, tooLarge: true }), 64],
    ['one that was too large three times', aDepth({ failures: 3, tooLarge: true }), 256],
    ['one that was always too large', aDepth({ failures: 5_000, tooLarge: true }), 1_024],
  ])('%s', (_name, depth, looks) => {
    expect(lightLooksBetween(depth)).toBe(looks)
  })
})

describe('whether a look goes deep', () => {
  it.each([
    ['never before', unread, {}, true],
    ['just before', aDepth(), {}, false],
    ['two looks ago', aDepth({ lightSince: 2 }), {}, true],
    ['just before, and the status moved', aDepth(), { status: 'completed' }, true],
    ['just before, and a failure was counted', aDepth(), { failed: 3 }, true],
    ['just before, and the total grew', aDepth(), { total: 200 }, true],
    ['just before, and what is absent is no news', aDepth(), { total: undefined }, false],
    ['just before, of a large job whose counts moved', aDepth({ bytes: 8 * megabyte }), { failed: 3 }, false],
    ['a while ago, of such a job', aDepth({ bytes: 8 * megabyte, lightSince: 16 }), { failed: 3 }, true],
    ['too large just before, and counts moved', aDepth({ failures: 1, tooLarge: true }), { failed: 3 }, false],
    ['too large two looks ago', aDepth({ failures: 1, tooLarge: true, lightSince: 2 }), {}, false],
    ['too large, and the status moved', aDepth({ failures: 1, tooLarge: true }), { status: 'completed' }, true],
    ['too large 64 looks ago', aDepth({ failures: 1, tooLarge: true, lightSince: 64 }), {}, true],
  ])('last deep %s', (_name, depth, facts, goes) => {
    expect(wantsDetail(aJob(), status({ total: 100, failed: 0, ...facts }), depth)).toBe(goes)
  })
})

it.each([
  ['that went back', { processed: 3 }, {}, true],
  ['that are those of the end', {}, {}, false],
  ['that went back, of a detail that is never read whole', { processed: 3 }, { failures: 1, tooLarge: true }, false],
])('counts of an ended large job %s hasten its detail: %4$s', (_what, facts, own, goes) => {
  const light = status({ status: 'completed', phase: 'ended', total: 100, processed: 100, failed: 0, ...facts })
  expect(wantsDetail(anEndedJob(), light, aDepth({ bytes: 8 * megabyte, ...own }))).toBe(goes)
})

describe('what a look leaves to remember', () => {
  it('counts the light looks since the last deep one was tried', () => {
    const twice = afterLook(afterLook(aDepth({ failures: 2, tooLarge: true }), null), null)
    expect(twice).toEqual(aDepth({ lightSince: 2, failures: 2, tooLarge: true }))
  })

  it('keeps the size of a detail that was read, and forgets its failures', () => {
    expect(afterLook(aDepth({ failures: 3, tooLarge: true, lightSince: 9 }), { bytes: 7_000 })).toEqual(
      aDepth({ bytes: 7_000 }),
    )
  })

  it('counts failures, and knows which were for its size', () => {
    expect(afterLook(aDepth({ lightSince: 9 }), { fault: tooLarge })).toEqual(aDepth({ failures: 1, tooLarge: true }))
    expect(afterLook(aDepth({ failures: 1, tooLarge: true }), { fault: broken })).toEqual(aDepth({ failures: 2 }))
  })
})

it.each<[Fault, boolean]>([
  [tooLarge, true],
  [broken, true],
  [{ kind: 'garbled', what: 'it is not whole JSON' }, true],
  [{ kind: 'unreachable', cause: 'timeout', reason: '', mayHaveArrived: true }, true],
  [{ kind: 'unreachable', cause: 'cut', reason: '', mayHaveArrived: true }, true],
  [{ kind: 'unreachable', cause: 'name', reason: '', mayHaveArrived: false }, false],
  [{ kind: 'unauthorized', said: null }, false],
  [{ kind: 'not-found', said: null }, false],
  [{ kind: 'rate-limited', retryAfterMs: null }, false],
])('%j may be of the detail alone: %s', (fault, may) => {
  expect(mayBeSeenLightly(fault)).toBe(may)
})
