import { describe, expect, it, vi } from 'vitest'
import { aWorld } from '../support/a-world'

vi.setConfig({ testTimeout: 60_000 })

type World = ReturnType<typeof aWorld>
type Seen = {
  readonly job_id: string
  readonly status: string
  readonly completed_at: number | null
  readonly metadata?: Readonly<Record<string, unknown>>
}

const jobsOf = ({ merchants, retailers }: World): readonly Seen[] =>
  [...merchants.list(), ...retailers.list()].map(({ job }) => job)
const activeIn = (world: World) => jobsOf(world).filter(({ completed_at }) => completed_at === null)

/** Every ending within so many seconds, in order, as a watcher who looks every 15 s sees them. */
function endingsWithin(world: World, seconds: number) {
  const over = new Set(
    jobsOf(world)
      .filter(job => job.completed_at !== null)
      .map(job => job.job_id),
  )
  const start = world.clock.now()
  const endings: {
    readonly after: number
    readonly status: string
    readonly job_id: string
    readonly title: string
  }[] = []
  for (let second = 15; second <= seconds; second += 15) {
    world.pass(15)
    for (const { job_id, status, completed_at, metadata } of jobsOf(world)) {
      if (completed_at === null || over.has(job_id)) continue
      over.add(job_id)
      endings.push({ after: (completed_at - start) / 1000, status, job_id, title: String(metadata?.title) })
    }
  }
  return endings.sort((a, b) => a.after - b.after)
}

/** One text in many languages at once. */
const isOfARush = (title: string) => title.startsWith('Children’s room: safety notes, ')

describe.each([1, 42])('the demo with seed %i', seed => {
  const start = () => {
    const world = aWorld(seed)
    world.tell('demo')
    return world
  }

  it('takes back nothing that was processed', () => {
    const world = start()
    const most = new Map<string, number>()
    for (let second = 0; second < 300; second += 1) {
      world.pass(1)
      for (const { job } of world.merchants.list()) {
        expect(job.processed_items).toBeGreaterThanOrEqual(most.get(job.job_id) ?? 0)
        most.set(job.job_id, job.processed_items)
      }
    }
  })

  it('opens with 10 running MerchantOps jobs of both types and at least 4 of Retailgrid', () => {
    const { merchants, retailers } = start()
    const running = merchants.list().filter(({ job }) => job.status === 'in_progress')
    expect(running.length).toBeGreaterThanOrEqual(10)
    expect(new Set(running.map(({ job }) => job.job_type))).toEqual(new Set(['enrichment', 'crawl']))
    expect(retailers.list().filter(({ job }) => job.status === 'running').length).toBeGreaterThanOrEqual(4)
  })

  it('ends four of the jobs that ran at its start within 45 s, each in another way', () => {
    const world = start()
    const atStart = new Set(activeIn(world).map(({ job_id }) => job_id))
    const endings = endingsWithin(world, 45).filter(({ job_id }) => atStart.has(job_id))
    expect(endings.length).toBeGreaterThanOrEqual(4)
    expect(new Set(endings.map(({ status }) => status)).size).toBe(4)
  })

  it('ends something every 10 to 20 s for an hour, and never goes quiet', () => {
    const world = start()
    const times = endingsWithin(world, 3_600)
      .filter(({ title }) => !isOfARush(title))
      .map(({ after }) => after)
    const gaps = times.slice(1).map((after, index) => after - (times[index] ?? 0))
    expect([Math.min(...gaps) >= 9, Math.max(...gaps) <= 20]).toEqual([true, true])
    expect(times.at(-1)).toBeGreaterThan(3_580)
    expect(activeIn(world).length).toBeGreaterThanOrEqual(12)
    expect(activeIn(world).length).toBeLessThanOrEqual(36)
  })

  it('lets a job run for more than ten minutes', () => {
    const world = start()
    const atStart = new Set(activeIn(world).map(({ job_id }) => job_id))
    world.pass(600)
    expect(activeIn(world).filter(({ job_id }) => atStart.has(job_id)).length).toBeGreaterThanOrEqual(1)
  })

  it('lives the same life again', () => {
    const [one, other] = [start(), start()]
    for (const world of [one, other]) world.pass(1_234)
    expect(jobsOf(one)).toEqual(jobsOf(other))
  })
})

it('lives another life with another seed', () => {
  const ids = [1, 2].map(seed => {
    const world = aWorld(seed)
    world.tell('demo')
    return jobsOf(world).map(({ job_id }) => job_id)
  })
  expect(ids[0]).not.toEqual(ids[1])
})

it('forgets ended jobs an hour after their end, so that it stays small for ever', () => {
  const world = aWorld()
  world.tell('demo')
  let most = 0
  for (let hour = 0; hour < 4; hour += 1) {
    world.pass(3_600)
    most = Math.max(most, jobsOf(world).length)
  }
  expect(most).toBeLessThan(400)
  const ages = jobsOf(world).map(({ completed_at }) => world.clock.now() - (completed_at ?? world.clock.now()))
  expect(Math.max(...ages)).toBeGreaterThan(50 * 60_000)
})

it('names a child that is there when a feed has handed over, and tells of it', () => {
  const world = aWorld()
  const told: string[] = []
  world.onJob(({ job_id }) => told.push(job_id))
  world.tell('demo')
  world.pass(1_200)
  const named = world.merchants.list().flatMap(({ job }) => job.metadata.import_job_id ?? [])
  expect(named.length).toBeGreaterThanOrEqual(2)
  for (const child of named)
    expect([world.merchants.read(String(child))?.job_type, told.includes(String(child))]).toEqual(['enrichment', true])
})

it('relates a Retailgrid import to a grid fill that is there', () => {
  const world = aWorld()
  world.tell('demo')
  const fills = world.retailers.list().flatMap(({ job }) => job.related_grid_fill_job_id ?? [])
  expect(fills.map(fill => world.retailers.read(fill)?.job_type)).toEqual(['grid_fill'])
})
