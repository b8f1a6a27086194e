import { toldHow } from './support/ledger'
import { expect, test } from './support/real-desktop'

const jobIds = ['crawl-unheard1', 'crawl-unheard2', 'crawl-unheard3'] as const

for (const notifications of ['absent', 'dead', 'mute'] as const) {
  test.describe(`with a notification service that is ${notifications}`, () => {
    test.use({ desktopOptions: { notifications } })

    // Showing one to a dead daemon by Electron's own means froze the process for 125 s: longer than is waited for here.
    test(`the notice is in the inbox, the ledger says that nobody heard of it, and the app answers (${notifications}, fault 46)`, async ({
      profile,
      server: { control },
      startWatching,
      lookNow,
      stateUntil,
      runCli,
    }) => {
      await startWatching(...jobIds)
      for (const [told, id] of jobIds.entries()) {
        await control.change(id, { status: 'failed' })
        await lookNow()
        const { notices } = await stateUntil(({ notices }) => notices.length > told)
        expect(notices[0]).toMatchObject({ title: 'Enrichment failed', outcome: 'failed', seen: false })
        await expect.poll(() => toldHow(profile, id)).toBe('no notification service answers')
      }
      const { code, stdout } = await runCli(['list'])
      expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('crawl-unheard1') })
    })
  })
}

test('the app is not held by a notification service that takes its time: it answers before it was answered (fault 46)', async ({
  desktop,
  profile,
  server: { control },
  startWatching,
  ask,
  lookNow,
}) => {
  await startWatching(...jobIds)
  let answered = 0
  desktop.notices.answerAfter(async () => {
    await ask('state:read')
    answered += 1
  })
  for (const id of jobIds) {
    await control.change(id, { status: 'failed' })
    await lookNow()
    // Only now is it sure that it was shown: that it is on its way is noted before.
    await desktop.notices.until(({ body }) => body.includes(id.slice(-8)))
    await expect.poll(() => toldHow(profile, id)).toBe('shown')
  }
  expect(answered).toBeGreaterThanOrEqual(jobIds.length)
})
