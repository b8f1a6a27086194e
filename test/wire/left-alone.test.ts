import { expect, it } from 'vitest'
import { systemClock } from '../../src/main/watch/clock'
import type { LoggedRequest } from '../../src/sandbox/request-log'
import { aForm } from '../support/a-form'
import { aLivingEngine } from '../support/a-living-engine'
import { aSandbox } from './sandbox'

/** Resolves when the look of things is as wanted: now, or after a change. */
const until = (subscribe: (listener: () => void) => () => void, fits: () => boolean): Promise<void> =>
  new Promise(resolve => {
    const look = () => {
      if (!fits()) return
      stop()
      resolve()
    }
    const stop = subscribe(look)
    look()
  })

it.each([
  ['seconds', 5_000],
  // A date names whole seconds, and so does the server's own time beside it.
  ['date', 4_000],
] as const)(
  'a server that asks for six seconds in %s, its clock a day off, is asked nothing by any connection to it (faults 7, 8)',
  async (form, atLeastMs) => {
    const { ready, tell, breaks } = await aSandbox()
    await tell('PATCH', '/clock', { skew_seconds: 86_400 })
    const { handlers, board } = await aLivingEngine(systemClock)
    const { url: baseUrl, keys } = ready.merchantops
    const ids = Array.from({ length: 6 }, (_, number) => `crawl-left000${number}`)
    for (const job_id of ids) {
      const set = { job_type: 'crawl', status: 'in_progress', total_items: 100, processed_items: 1 }
      await tell('POST', '/jobs', { vendor: 'merchantops', job_id, set })
    }
    await handlers['settings:change']({ pace: 'brisk' })
    for (const name of ['One', 'Two']) {
      const answer = await handlers['connections:save'](null, aForm({ name, baseUrl, key: keys.full }), false)
      if (!answer.ok) throw new Error(answer.message)
      await handlers['jobs:watch'](answer.connection.id, ids.join())
    }
    const waiting = () => board.parts().connections.filter(({ waitsUntil }) => waitsUntil !== undefined).length
    await until(board.subscribe, () => [...board.jobs()].every(({ seenAt }) => seenAt !== null))

    await breaks({ kind: 'answer', status: 429, retry_after: { form, seconds: 6 } })
    await until(board.subscribe, () => waiting() === 2)
    await until(board.subscribe, () => waiting() === 0)
    const log = (await tell('GET', '/requests?since=0')) as readonly LoggedRequest[]
    const refused = log.findIndex(({ status }) => status === 429)
    const answeredAt = Date.parse(log[refused]?.at ?? '') + (log[refused]?.ms ?? 0)
    const begun = log.slice(refused + 1).map(({ at }) => Date.parse(at) - answeredAt)
    // Up to five others may have been on their way, which takes its time on a busy machine.
    expect(begun.filter(ms => ms > 1_500 && ms < atLeastMs)).toEqual([])
  },
  60_000,
)
