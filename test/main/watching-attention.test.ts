import { describe, expect, it } from 'vitest'
import { anEngine, type Reply, wireJob } from '../support/an-engine'
import { aWatchedJob } from '../support/builders'

const minute = 60_000
const jobOf = (connectionId: string, jobId: string) =>
  aWatchedJob({ ref: { connectionId, jobId }, addedAt: '2026-03-02T08:00:00.000Z' })
const idIn = (url: string) => url.match(/\/jobs\/([^/]+)/)?.[1] ?? ''
const answering =
  (own: object = {}) =>
  ({ url }: { readonly url: string }): Reply => ({ json: wireJob(idIn(url), own) })

describe('the job whose page is open', () => {
  it('is looked at whole each time, for as long as the window can be seen', async () => {
    const { ask, clock, requests, watching } = await anEngine({ jobs: [jobOf('c1', 'a')], reply: answering() })
    await clock.pass(5 * minute)
    const whole = async () => {
      const from = requests.length
      await clock.pass(minute)
      const made = requests.slice(from).map(({ url }) => url)
      return [made.length, made.filter(url => !url.includes('/status')).length]
    }
    watching.windowVisible(true)
    await ask('window:shows-job', { connectionId: 'c1', jobId: 'a' })
    const [open, deep] = await whole()
    expect(open).toBeGreaterThanOrEqual(11)
    expect(deep).toBe(open)
    watching.windowVisible(false)
    expect((await whole())[0]).toBeLessThanOrEqual(5)
  })
})

describe('a job that the command line waits for', () => {
  it('is looked at as often as the pace allows, though nobody sees the window and nothing moves', async () => {
    const { ask, clock, requests } = await anEngine({ jobs: [jobOf('c1', 'a')], reply: answering() })
    await clock.pass(5 * minute)
    const before = requests.length
    for (let waited = 0; waited < minute; waited += 300) {
      await ask('jobs:read', { connectionId: 'c1', jobId: 'a' })
      await clock.pass(300)
    }
    const looks = requests.length - before
    expect(looks).toBeGreaterThanOrEqual(10)
    expect(looks).toBeLessThanOrEqual(15)
  })
})

describe('what a connection costs', () => {
  it('is told in requests of the last hour, at most once a minute, and ends', async () => {
    const { board, clock, requests, ask } = await anEngine({ jobs: [jobOf('c1', 'a')], reply: answering() })
    const told: (number | undefined)[] = []
    board.subscribe(({ connections }) => {
      if (connections !== undefined) told.push(connections[0]?.requestsLastHour)
    })
    await clock.pass(30 * minute)
    expect(told.length).toBeLessThanOrEqual(31)
    expect(Math.abs((board.connection('c1')?.requestsLastHour ?? 0) - requests.length)).toBeLessThanOrEqual(2)
    await ask('jobs:forget', [{ connectionId: 'c1', jobId: 'a' }])
    await clock.pass(62 * minute)
    expect(board.connection('c1')?.requestsLastHour).toBe(0)
  })
})
