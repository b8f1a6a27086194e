import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { run } from '../../src/cli/run'
import { socketElsewhere } from '../../src/profile/paths'
import { aListener } from '../support/a-listener'

/** A profile that this user may write to, and a socket outside of it, as of an app that may not. */
async function aProfileHeardElsewhere() {
  const profile = mkdtempSync(join(tmpdir(), 'jobtray-elsewhere-'))
  const socket = socketElsewhere(profile)
  onTestFinished(() => {
    rmSync(profile, { recursive: true })
    rmSync(socket, { force: true })
  })
  const heard: string[] = []
  await aListener(socket, caller =>
    caller.on('data', data => {
      heard.push(String(data))
      caller.write('{"ok":true}\n')
    }),
  )
  const said: string[] = []
  return { socket, heard, said, quit: () => run(['quit', '--profile', profile], line => void said.push(line), '') }
}

it.skipIf(process.platform === 'win32')(
  'an app that may not write to its profile is found by one who may, such as root (fault 37)',
  async () => {
    const { quit, said } = await aProfileHeardElsewhere()
    expect(await quit()).toBe(0)
    expect(said).toEqual(['Jobtray is quitting.'])
  },
)

it.skipIf(process.getuid?.() !== 0)('root tells nothing to what another user has put there', async () => {
  const { socket, quit, heard } = await aProfileHeardElsewhere()
  chownSync(socket, 65_533, 65_533)
  await expect(quit()).rejects.toMatchObject({
    exitCode: 69,
    message: expect.stringMatching(/^What listens for this profile belongs to another user, number 65533, /),
  })
  expect(heard).toEqual([])
})
