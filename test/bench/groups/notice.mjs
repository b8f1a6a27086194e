import { setTimeout as wait } from 'node:timers/promises'
import { jobtray, startApp } from '../kit/app.mjs'
import { onDesktop } from '../kit/desk.mjs'

const atATime = 3
const settleMs = 8_000

/** From the server's first answer that tells an ending until the notification service has the word. @type {import('../bench.mjs').Group} */
export const notice = async ({ runs, profiles, jobs }) => {
  /** @type {number[]} */
  const waits = []
  let next = 1
  for (let run = 0; run < runs; run += 1) {
    // what had ended in the run before would be told at this one's start, and make a burst of the first three
    await jobs.count('unend')
    await onDesktop(async desktop => {
      await profiles.lay(desktop, 1_000)
      const app = await startApp(desktop, jobtray)
      await wait(settleMs)
      const { connections } = await app.ask('state:read')
      for (let ended = 0; ended < atATime; ended += 1) {
        const jobId = `bench-${next}`
        next += 1
        const told = desktop.notices.all().length
        const heard = desktop.notices.until(found => desktop.notices.all().indexOf(found) >= told)
        await jobs.count(`end?job=${jobId}`)
        await app.ask('jobs:look-now', [{ connectionId: connections[0].id, jobId }])
        const { at } = await heard
        const { answeredAt } = await jobs.count(`count?job=${jobId}`)
        if (answeredAt !== null) waits.push(at - answeredAt)
        await wait(1_000)
      }
      await app.quit()
    })
  }
  return [
    {
      id: 'notice.latency',
      ours: waits,
      note: '1,000 jobs watched; the recorder of notifications against the server, by one clock; reading the detail is within',
    },
  ]
}
