import { expect, it } from 'vitest'
import { createClock } from '../../src/sandbox/clock'
import { createJobStore, type JobSeen } from '../../src/sandbox/job-store'
import { handTime } from './support/hand-time'

type Kept = { readonly name: string; readonly ended: number | null }

const MINUTE = 60_000

function aStore(speed = 1) {
  const time = handTime()
  const clock = createClock(time, speed)
  const seen: JobSeen[] = []
  const store = createJobStore<Kept>({
    vendor: 'merchantops',
    clock,
    endedAt: ({ ended }) => ended,
    announce: job => seen.push(job),
  })
  const passMinutes = (minutes: number) => {
    for (let minute = 0; minute < minutes; minute += 1) time.pass(MINUTE)
  }
  return { store, clock, seen, passMinutes }
}

it('reads a living job as it is at that moment', () => {
  const { store, clock, passMinutes } = aStore()
  const start = clock.now()
  store.add('a', now => ({ name: `${(now - start) / MINUTE} minutes old`, ended: null }), 'story')
  passMinutes(3)
  expect(store.read('a')?.name).toBe('3 minutes old')
})

it('lets go of a living job once somebody has written to it', () => {
  const { store, passMinutes } = aStore()
  store.add('a', now => ({ name: String(now), ended: null }), 'story')
  store.write('a', { name: 'held', ended: null })
  passMinutes(3)
  expect(store.read('a')?.name).toBe('held')
})

it('forgets an ended job after an hour, and never one that runs', () => {
  const { store, clock, passMinutes } = aStore()
  store.add('ended', { name: 'ended', ended: clock.now() }, 'api')
  store.add('running', { name: 'running', ended: null }, 'api')
  passMinutes(59)
  expect(store.list().length).toBe(2)
  passMinutes(2)
  expect(store.list().map(({ job }) => job.name)).toEqual(['running'])
})

it('keeps an ended job for ten real minutes at any speed', () => {
  const { store, clock, passMinutes } = aStore(100)
  store.add('ended', { name: 'ended', ended: clock.now() }, 'api')
  passMinutes(9)
  expect(store.read('ended')).toBeDefined()
  passMinutes(3)
  expect(store.read('ended')).toBeUndefined()
})

it('keeps 5,000 jobs: the oldest ended one makes room, or else the oldest', () => {
  const { store, clock } = aStore()
  for (let index = 0; index < 5_000; index += 1) {
    store.add(`job-${index}`, { name: String(index), ended: index === 7 ? clock.now() : null }, 'api')
  }
  store.add('one more', { name: 'one more', ended: null }, 'api')
  store.add('and another', { name: 'and another', ended: null }, 'api')
  expect([store.list().length, store.read('job-7'), store.read('job-0')]).toEqual([5_000, undefined, undefined])
  expect(store.read('job-1')).toBeDefined()
})

it('tells of every job and who made it', () => {
  const { store, seen } = aStore()
  store.add('a', { name: 'a', ended: null }, 'control')
  expect(seen).toEqual([{ vendor: 'merchantops', job_id: 'a', via: 'control' }])
})
