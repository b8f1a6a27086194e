import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { isRunningIn, ownProfile, profileElsewhere } from '../../../scripts/start/profile.mjs'
import { defaultProfile, socketPath } from '../../../src/profile/paths'

it.each([{}, { XDG_CONFIG_HOME: '/etc/own' }, { XDG_CONFIG_HOME: 'relative' }, { XDG_CONFIG_HOME: '' }])(
  'the profile of a private desktop is where the command line looks, with %j',
  env => {
    const home = '/home/ada'
    for (const mode of ['demo', 'live'] as const) {
      expect(ownProfile(mode, env, home)).toBe(defaultProfile(mode, { platform: 'linux', env, home }))
    }
  },
)

it('an app is found by whether its socket answers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jobtray-profile-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  expect(await isRunningIn(folder)).toBe(false)
  const server = createServer(socket => socket.end())
  await new Promise<void>(resolve => server.listen(socketPath(folder, 'linux'), resolve))
  expect(await isRunningIn(folder)).toBe(true)
  await new Promise(resolve => server.close(resolve))
  expect(await isRunningIn(folder)).toBe(false)
})

it.each([['--profile', '/var/p'], ['--profile=/var/p']])('a profile that was given stays: %s', async (...words) => {
  expect(await profileElsewhere([...words, '--demo', 'list'])).toBeNull()
})
