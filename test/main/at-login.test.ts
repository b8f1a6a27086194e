import { expect, it } from 'vitest'
import { anEngine } from '../support/an-engine'

it('starting at login is asked of the system when it is changed, and not otherwise', async () => {
  const { ask, acts } = await anEngine()
  const asked = () => acts.filter(act => act.startsWith('login'))
  await ask('settings:change', { theme: 'dark' })
  await ask('settings:change', { launchAtLogin: true })
  await ask('settings:change', { theme: 'light' })
  await ask('settings:change', { launchAtLogin: false })
  expect(asked()).toEqual(['login true', 'login false'])
})
