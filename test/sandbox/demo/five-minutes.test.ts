import { describe, expect, it } from 'vitest'
import type { MerchantJob } from '../../../src/sandbox/merchantops/job'
import { aWorld } from '../support/a-world'

const five = 300

/** The first five minutes, by the second: what every MerchantOps job was then. */
function fiveMinutes(seed: number) {
  const world = aWorld(seed)
  world.tell('demo')
  const lives = new Map<string, MerchantJob[]>()
  for (let second = 0; second <= five; second += 1) {
    if (second > 0) world.pass(1)
    for (const { job } of world.merchants.list()) lives.set(job.job_id, [...(lives.get(job.job_id) ?? []), job])
  }
  const ends = [...lives.values()].flatMap(life => {
    const [first, last] = [life[0], life.at(-1)]
    return first?.completed_at === null && last != null && last.completed_at !== null ? [last] : []
  })
  return { world, lives, ends }
}

describe.each([1, 42, 7])('the first five minutes of the demo with seed %i', seed => {
  const { lives, ends } = fiveMinutes(seed)

  it('end jobs in each of the four ways', () => {
    const ways = ['completed', 'completed_with_warnings', 'partial_success', 'failed']
    expect(ways.filter(way => !ends.some(({ status }) => status === way))).toEqual([])
  })

  it('bring a dozen endings within two seconds, early enough to be seen', () => {
    const times = ends.map(({ completed_at }) => completed_at ?? 0).sort((a, b) => a - b)
    const most = Math.max(...times.map(from => times.filter(at => at >= from && at < from + 2_000).length))
    expect(most).toBeGreaterThanOrEqual(12)
  })

  it('have a running job in which more than a tenth of fifty and more items fail', () => {
    const failing = [...lives.values()].flat().filter(({ status, processed_items, failed_items }) => {
      const done = processed_items + failed_items
      return status === 'in_progress' && done >= 50 && failed_items > done / 10
    })
    expect(failing.length).toBeGreaterThan(0)
  })

  it('let one job stand still for more than two minutes, then go on to its end, and no other for more than half a minute', () => {
    const rests = [...lives.values()].map(life => {
      const running = life.filter(({ status }) => status === 'in_progress').map(job => JSON.stringify(job))
      const moves = running.flatMap((text, second) => (text === running[second - 1] ? [] : [second]))
      return Math.max(0, ...moves.slice(1).map((second, index) => second - (moves[index] ?? 0)))
    })
    const long = rests.filter(seconds => seconds > 30)
    expect([long.length, (long[0] ?? 0) > 120]).toEqual([1, true])
  })

  it('end a feed well before the two jobs that it has set off, which end well too', () => {
    const feed = ends.find(({ metadata }) => 'images_job_id' in metadata)
    const set = [feed?.metadata.import_job_id, feed?.metadata.images_job_id]
    const children = ends.filter(({ job_id }) => set.includes(job_id))
    expect([feed?.status, ...children.map(({ status }) => status)].sort()).toEqual([
      'completed',
      'completed',
      'completed_with_warnings',
    ])
    expect(Math.min(...children.map(({ completed_at }) => completed_at ?? 0))).toBeGreaterThan(feed?.completed_at ?? 0)
  })
})

it('says of a job that another one has set off that it came by that one', () => {
  const { world } = fiveMinutes(1)
  const listed = world.merchants.list()
  const named = listed.flatMap(({ job }) => [job.metadata.import_job_id ?? [], job.metadata.images_job_id ?? []].flat())
  const came = listed.filter(({ via }) => via === 'job').map(({ job }) => job.job_id)
  expect(named.length).toBeGreaterThan(1)
  expect(came).toEqual(expect.arrayContaining(named))
})
