import { notificationDaemon } from '../../src/main/shell/notification-daemon'
import type { Card } from '../../src/main/telling/cards'
import { expect, test } from '../support/app'

const cardOf = (title: string, ...ids: readonly number[]): Card => ({
  title,
  body: 'Nothing has moved for 12 minutes\n5f2c81d0 · Outfitters',
  place: { view: 'inbox' },
  ids,
  shown: ids.length > 1 ? 'shown in a summary' : 'shown',
})

test('what is no longer so leaves the screen; a summary that tells of other things as well stays', async ({
  desktop,
}) => {
  process.env.DBUS_SESSION_BUS_ADDRESS = desktop.env.DBUS_SESSION_BUS_ADDRESS
  const screen = notificationDaemon({ appName: 'Jobtray', icon: '', onClick: () => undefined })
  const withdrawn: string[] = []
  desktop.notices.onWithdrawn(({ title }) => withdrawn.push(title))
  for (const card of [cardOf('First', 1), cardOf('Both', 1, 2), cardOf('Second', 2), cardOf('Third', 3)])
    expect(await screen.show(card, () => undefined)).toBe('shown')
  screen.withdraw([1, 2])
  await expect.poll(() => withdrawn).toEqual(['First', 'Second'])
  // Once they are gone there is nothing left to take back.
  screen.withdraw([1, 2, 3])
  await expect.poll(() => withdrawn).toEqual(['First', 'Second', 'Third'])
})
