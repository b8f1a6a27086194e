import { describe, expect, it } from 'vitest'
import { differs, isTurn, sight } from '../../../src/main/watch/sighting'
import { bad, type Fault, good } from '../../../src/shared/fault'
import { anEndedJob, anObservation, anUnseenJob, aWatchedJob, someEndedFacts, someFacts } from '../../support/builders'

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 2, 12, 0, seconds))
const notFound: Fault = { kind: 'not-found', said: null }
const offline: Fault = { kind: 'unreachable', cause: 'connect', reason: 'ECONNREFUSED', mayHaveArrived: false }

describe('what is known after an answer', () => {
  it('keeps the last good state beside the fault', () => {
    const before = aWatchedJob()
    const after = sight(before, bad(offline), at(10))
    expect(after.job).toBe(before.job)
    expect(after.seenAt).toBe(before.seenAt)
    expect(after.fault).toEqual({ fault: offline, since: at(10).toISOString() })
  })

  it('remembers since when the same trouble stands', () => {
    const once = sight(aWatchedJob(), bad(offline), at(10))
    const twice = sight(once, bad({ ...offline, reason: 'EHOSTUNREACH' }), at(20))
    expect(twice.fault).toMatchObject({ since: at(10).toISOString(), fault: { reason: 'EHOSTUNREACH' } })
  })

  it('forgets the trouble at the next good answer', () => {
    const once = sight(aWatchedJob(), bad(offline), at(10))
    expect(sight(once, good(anObservation()), at(20))).toMatchObject({ fault: null, seenAt: at(20).toISOString() })
  })

  it('notes when an ending was first seen and keeps that time', () => {
    const ended = sight(aWatchedJob(), good(anObservation(someEndedFacts())), at(10))
    const again = sight(ended, good(anObservation(someEndedFacts())), at(70))
    expect([ended.endedSeenAt, again.endedSeenAt]).toEqual([at(10).toISOString(), at(10).toISOString()])
  })

  it('drops that time when the job runs again', () => {
    const ended = aWatchedJob({ job: anEndedJob(), endedSeenAt: at(0).toISOString() })
    expect(sight(ended, good(anObservation(someFacts())), at(10)).endedSeenAt).toBeNull()
  })

  it('E19: a known job that is not found twice, 30 s apart, is gone (fault 3)', () => {
    const once = sight(aWatchedJob(), bad(notFound), at(0))
    expect(once.gone).toBe(false)
    expect(sight(once, bad(notFound), at(29)).gone).toBe(false)
    expect(sight(once, bad(notFound), at(30)).gone).toBe(true)
  })

  it('E19: a job that was never seen is not found, not gone (fault 4)', () => {
    const once = sight(anUnseenJob(), bad(notFound), at(0))
    expect(sight(once, bad(notFound), at(300)).gone).toBe(false)
  })

  it('being looked at again is nothing to write down', () => {
    const before = aWatchedJob()
    expect(differs(before, { ...before, seenAt: at(9).toISOString(), triedAt: at(9).toISOString() })).toBe(false)
    expect(differs(before, sight(before, bad(offline), at(9)))).toBe(true)
  })
})

it('another guess of how long it will take is no news for the disk', () => {
  const guess = { speed: { perMinute: 3, eta: null } }
  expect(differs(aWatchedJob(), aWatchedJob(guess))).toBe(false)
  expect(differs({ ...guess, ...aWatchedJob() }, aWatchedJob({ ...guess, speed: null }))).toBe(false)
})

describe('what notices hang on', () => {
  const running = aWatchedJob()
  const seen = (facts = someFacts()) => sight(running, good(anObservation(facts)), at(10))

  it('is a first sight, an ending, a second run, a hold, a stall and a job that is gone', () => {
    const ended = aWatchedJob({ job: anEndedJob(), endedSeenAt: at(0).toISOString() })
    expect(isTurn(anUnseenJob(), seen())).toBe(true)
    expect(isTurn(running, seen(someEndedFacts()))).toBe(true)
    expect(isTurn(ended, sight(ended, good(anObservation(someFacts())), at(10)))).toBe(true)
    for (const own of [{ heldSince: at(1).toISOString() }, { stalledSince: at(1).toISOString() }, { gone: true }]) {
      expect(isTurn(running, { ...running, ...own }), JSON.stringify(own)).toBe(true)
    }
  })

  it('is each time that a server asks for: it holds over a crash as well (faults 7, 8, 11)', () => {
    const limited: Fault = { kind: 'rate-limited', retryAfterMs: 60_000 }
    const once = sight(running, bad(limited), at(10))
    const twice = sight(once, bad(limited), at(80))
    expect([isTurn(running, once), differs(once, twice), isTurn(once, twice)]).toEqual([true, true, true])
    expect(isTurn(running, sight(running, bad({ ...limited, retryAfterMs: null }), at(10)))).toBe(false)
  })

  it('is no count, no stage and no trouble', () => {
    expect(isTurn(running, seen(someFacts({ processed: 77, stage: 'write', lastMessage: 'x' })))).toBe(false)
    expect(isTurn(running, sight(running, bad(offline), at(10)))).toBe(false)
  })
})
