import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { speedOf, type Track, tracked } from '../../../src/main/watch/speed'
import type { Job } from '../../../src/shared/job'
import { aJob } from '../../support/builders'

const noon = Date.parse('2026-03-02T12:00:00Z')
const second = 1_000

/** What is said after a look each `every` seconds at a job that stands so at each of them. */
function looking(looks: number, at: (look: number) => Partial<Job>, every = 5) {
  let track: Track | null = null
  let now = noon
  for (let look = 0; look < looks; look += 1) {
    now = noon + look * every * second
    track = tracked(track, aJob({ total: 10_000, failed: 0, ...at(look) }), now)
  }
  return { speed: track === null ? null : speedOf(track, now), track, now }
}
const secondsTo = (iso: string | undefined, now: number) => (Date.parse(iso ?? '') - now) / second

describe('the speed of a job', () => {
  it('is what it gets done in a minute, failed items too', () => {
    const { speed } = looking(60, look => ({ processed: look * 9, failed: look }))
    expect(speed?.perMinute).toBeCloseTo(120)
  })

  it('gives the time that is left as a range around the truth', () => {
    const { speed, now } = looking(100, look => ({ processed: look * 50 }))
    expect(secondsTo(speed?.eta?.earliest, now)).toBeGreaterThan(450)
    expect(secondsTo(speed?.eta?.earliest, now)).toBeLessThan(505)
    expect(secondsTo(speed?.eta?.latest, now)).toBeGreaterThan(505)
    expect(secondsTo(speed?.eta?.latest, now)).toBeLessThan(560)
  })

  it('is not misled by counts that move by the hundred, nor by one odd burst', () => {
    const { speed } = looking(120, look => ({ processed: Math.floor(look / 6) * 60 + (look > 80 ? 200 : 0) }))
    expect(speed?.perMinute).toBeGreaterThan(95)
    expect(speed?.perMinute).toBeLessThan(160)
  })

  it('follows a job that slows down', () => {
    const { speed } = looking(600, look => ({ processed: look < 200 ? look * 20 : 4_000 + (look - 200) * 5 }))
    expect(speed?.perMinute).toBeCloseTo(60)
  })

  it('of a server that sends only a percentage is a time without a rate', () => {
    const { speed, now } = looking(60, look => ({
      total: null,
      processed: null,
      percent: { value: look, source: 'server' },
    }))
    expect(speed?.perMinute).toBeNull()
    expect(secondsTo(speed?.eta?.latest, now)).toBeGreaterThan(205)
  })

  it('keeps few points, however long it is watched', () => {
    expect(looking(5_000, look => ({ processed: look })).track?.times.length).toBeLessThanOrEqual(12)
  })
})

describe('no guess is made', () => {
  const steady = (look: number) => ({ processed: look * 50 })

  it.each<[string, number, (look: number) => Partial<Job>]>([
    ['from few points', 4, steady],
    ['without a total', 60, look => ({ ...steady(look), total: null })],
    ['with a total of 0', 60, look => ({ ...steady(look), total: 0 })],
    ['while the total grows', 60, look => ({ ...steady(look), total: 10_000 + look * 50 })],
    ['right after the total grew', 60, look => ({ ...steady(look), total: look < 55 ? 5_000 : 10_000 })],
    ['past the total', 60, look => ({ ...steady(look), total: 2_000 })],
    ['when the pace is erratic', 60, look => ({ processed: Math.floor(1.15 ** look) })],
    ['for more than a week', 60, look => ({ processed: look, total: 1e9 })],
    ['right after the counts went back', 60, look => ({ processed: look < 57 ? look * 50 : 10 })],
  ])('%s', (_why, looks, at) => {
    expect(looking(looks, at).speed?.eta ?? null).toBeNull()
  })

  it('when nothing has moved for much longer than it used to rest, and then there is no speed either', () => {
    const stuck = (look: number) => ({ processed: Math.min(look, 40) * 50 })
    expect(looking(50, stuck).speed?.eta).not.toBeNull()
    expect(looking(54, stuck).speed).toBeNull()
  })

  it.each(['queued', 'unknown', 'ended'] as const)('for a job that is %s', phase => {
    expect(looking(60, look => ({ ...steady(look), phase })).speed).toBeNull()
  })

  it('again at once when it runs a second time', () => {
    expect(looking(62, look => ({ ...steady(look), epoch: look < 60 ? 0 : 1 })).speed).toBeNull()
  })
})

describe('the range', () => {
  it('of a noisy but steady job holds the true end nine times in ten, and is never upside down', () => {
    const held = { yes: 0, all: 0 }
    const randomOf = (seed: number) => {
      let state = seed
      return () => {
        state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
        return state / 2 ** 32
      }
    }
    for (let seed = 1; seed <= 400; seed += 1) {
      const random = randomOf(seed)
      let done = 0
      const { speed, now } = looking(60 + (seed % 60), () => {
        done += Math.round(random() * 40)
        return { processed: done }
      })
      if (speed?.eta == null) continue
      const [earliest, latest] = [secondsTo(speed.eta.earliest, now), secondsTo(speed.eta.latest, now)]
      expect(earliest).toBeLessThanOrEqual(latest)
      const truth = ((10_000 - done) / 20) * 5
      held.all += 1
      if (earliest <= truth && truth <= latest) held.yes += 1
    }
    expect(held.all).toBeGreaterThan(300)
    expect(held.yes / held.all).toBeGreaterThan(0.9)
  })

  it('never throws and never gives nonsense, whatever a server counts', () => {
    const figure = fc.option(fc.double({ noNaN: true, min: -1e12, max: 1e12 }))
    const look = fc.record({ total: figure, processed: figure, failed: figure })
    fc.assert(
      fc.property(fc.array(look, { maxLength: 40 }), looks => {
        const { speed } = looking(looks.length, index => looks[index] ?? {}, 20)
        if (speed === null) return
        expect(speed.perMinute === null || speed.perMinute > 0).toBe(true)
        if (speed.eta !== null) expect(Date.parse(speed.eta.latest)).not.toBeNaN()
      }),
    )
  })
})
