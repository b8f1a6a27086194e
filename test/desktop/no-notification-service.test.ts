import { join } from 'node:path'
import { z } from 'zod'
import { openDb } from '../../src/main/journal/db'
import { measureLag, worstLag } from './support/loop-lag'
import { expect, test } from './support/real-desktop'

const toldHow = (profile: string): unknown => {
  const db = openDb(join(profile, 'journal.db'))
  try {
    const row = db.prepare('SELECT told_how FROM notices').get()
    return row === undefined ? null : z.object({ told_how: z.string().nullable() }).parse(row).told_how
  } finally {
    db.close()
  }
}

/**
 * Showing a notification to a dead daemon by Electron's own means froze the process for 125 s when it was tried; the slow one
 * takes 1.5 s over each answer. A disk that others keep busy costs main up to 160 ms, whatever the daemon does.
 */
const mostLagMs = 500

for (const [notifications, how] of [
  ['absent', 'no notification service answers'],
  ['dead', 'no notification service answers'],
  ['mute', 'no notification service answers'],
  ['slow', 'shown'],
] as const) {
  test.describe(`with a notification service that is ${notifications}`, () => {
    test.use({ desktopOptions: { notifications } })

    test(`the app is never held, the notice is in the inbox and the ledger says what became of it (${notifications}, fault 46)`, async ({
      profile,
      server: { control },
      launch,
      lookNow,
      stateUntil,
      runCli,
      watchMerchant,
    }) => {
      await control.merchantJob('crawl-unheard1', { status: 'in_progress', total_items: 9, processed_items: 3 })
      const { electron } = await launch()
      await stateUntil(() => true)
      await watchMerchant('crawl-unheard1')
      await measureLag(electron)
      await control.change('crawl-unheard1', { status: 'failed' })
      await lookNow()
      const state = await stateUntil(({ notices }) => notices.length === 1)
      expect(state.notices[0]).toMatchObject({ title: 'Enrichment failed', outcome: 'failed', seen: false })
      await expect.poll(() => toldHow(profile), { intervals: [50] }).toBe(how)
      const lag = await worstLag(electron)
      console.log(`${notifications}: main stood still for ${Math.round(lag)} ms at most`)
      expect(lag).toBeLessThan(mostLagMs)
      const { code, stdout } = await runCli(['list'])
      expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('crawl-unheard1') })
    })
  })
}
