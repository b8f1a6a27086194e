import { join } from 'node:path'
import { z } from 'zod'
import { openDb } from '../../src/main/journal/db'
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

/** Showing a notification to a dead daemon froze the process for 125 s when it was tried; this is far from that. */
const mostMs = 3_000

for (const notifications of ['absent', 'dead', 'mute'] as const) {
  test.describe(`with a notification service that is ${notifications}`, () => {
    test.use({ desktopOptions: { notifications } })

    test(`the app goes on, the notice is in the inbox and the ledger says why (${notifications})`, async ({
      profile,
      server: { control },
      start,
      ask,
      lookNow,
      stateUntil,
      runCli,
      watchMerchant,
    }) => {
      await control.merchantJob('crawl-unheard1', { status: 'in_progress', total_items: 9, processed_items: 3 })
      await start()
      await watchMerchant('crawl-unheard1')
      await control.change('crawl-unheard1', { status: 'failed' })
      await lookNow()
      const state = await stateUntil(({ notices }) => notices.length === 1)
      expect(state.notices[0]).toMatchObject({ title: 'Enrichment failed', outcome: 'failed', seen: false })

      // while the service is being waited for, main answers as ever
      const slowest = { ms: 0 }
      await expect
        .poll(
          async () => {
            const begun = performance.now()
            await ask('state:read')
            slowest.ms = Math.max(slowest.ms, performance.now() - begun)
            return toldHow(profile)
          },
          { intervals: [50] },
        )
        .toBe('no notification service answers')
      expect(slowest.ms).toBeLessThan(mostMs)
      const { code, stdout } = await runCli(['list'])
      expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('crawl-unheard1') })
    })
  })
}
