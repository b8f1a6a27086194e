import { toldHow } from './support/ledger'
import type { ProfileRequests } from './support/profile-requests'
import { expect, test } from './support/real-desktop'
import type { Control } from './support/sandbox-control'

const jobIds = ['crawl-unheard1', 'crawl-unheard2', 'crawl-unheard3'] as const

type Parts = Pick<ProfileRequests, 'lookNow' | 'stateUntil'> & { readonly control: Control; readonly profile: string }

/** Ends one job after the other; each is in the inbox, and the ledger says what became of its notice. */
async function endEach({ control, lookNow, stateUntil, profile }: Parts, how: string): Promise<void> {
  for (const [told, id] of jobIds.entries()) {
    await control.change(id, { status: 'failed' })
    await lookNow()
    const { notices } = await stateUntil(({ notices }) => notices.length > told)
    expect(notices[0]).toMatchObject({ title: 'Enrichment failed', outcome: 'failed', seen: false })
    await expect.poll(() => toldHow(profile, id)).toBe(how)
  }
}

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
      await endEach({ control, lookNow, stateUntil, profile }, 'no notification service answers')
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
  stateUntil,
}) => {
  await startWatching(...jobIds)
  let answered = 0
  desktop.notices.answerAfter(async () => {
    await ask('state:read')
    answered += 1
  })
  await endEach({ control, lookNow, stateUntil, profile }, 'shown')
  expect(desktop.notices.all()).toHaveLength(jobIds.length)
  expect(answered).toBeGreaterThanOrEqual(jobIds.length)
})
