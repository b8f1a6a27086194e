import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultProfile, socketPath, socketPaths } from '../../src/profile/paths'

describe('the folder of a profile', () => {
  const home = '/home/ada'
  it.each([
    ['live', 'linux', {}, '/home/ada/.config/Jobtray'],
    ['demo', 'linux', {}, '/home/ada/.config/Jobtray Demo'],
    ['live', 'linux', { XDG_CONFIG_HOME: '/srv/config' }, '/srv/config/Jobtray'],
    ['live', 'linux', { XDG_CONFIG_HOME: '' }, '/home/ada/.config/Jobtray'],
    ['live', 'linux', { XDG_CONFIG_HOME: 'config' }, '/home/ada/.config/Jobtray'],
    ['live', 'darwin', {}, '/home/ada/Library/Application Support/Jobtray'],
    ['live', 'win32', { APPDATA: '/C/Roaming' }, '/C/Roaming/Jobtray'],
    ['live', 'win32', { APPDATA: '' }, '/home/ada/AppData/Roaming/Jobtray'],
  ] as const)('of %s on %s with %j is %s', (mode, platform, env, folder) => {
    expect(defaultProfile(mode, { platform, env, home })).toBe(folder)
  })

  it('is never shared by the demo and real work', () => {
    for (const platform of ['linux', 'darwin', 'win32']) {
      const where = { platform, env: {}, home }
      expect(defaultProfile('demo', where)).not.toBe(defaultProfile('live', where))
    }
  })
})

describe('the socket of a profile', () => {
  it('lies in the profile, where nobody else can reach it', () => {
    expect(socketPath('/home/ada/.config/Jobtray', 'linux')).toBe('/home/ada/.config/Jobtray/jobtray.sock')
  })

  it.each(['x'.repeat(120), 'ü'.repeat(50)])('has a short path of its own when the folder has a long one', name => {
    const path = socketPath(`/home/ada/${name}`, 'linux')
    expect(Buffer.byteLength(path)).toBeLessThanOrEqual(100)
    expect(dirname(path)).toBe('/tmp')
    expect(socketPath(`/home/ada/${name}2`, 'linux')).not.toBe(path)
  })

  it('is the same for every spelling of the folder', () => {
    const long = `/home/ada/${'x'.repeat(120)}`
    expect(socketPath(`${long}/../${'x'.repeat(120)}/`, 'linux')).toBe(socketPath(long, 'linux'))
    expect(socketPath('/home/ada/../ada/p/', 'linux')).toBe(socketPath('/home/ada/p', 'linux'))
  })

  it('is looked for there first, then where an app listens that may not write to its profile', () => {
    const elsewhere = expect.stringMatching(/^\/tmp\/jobtray-[0-9a-f]{16}\.sock$/)
    expect(socketPaths('/home/ada/p', 'linux')).toEqual(['/home/ada/p/jobtray.sock', elsewhere])
    expect(socketPaths(`/home/ada/${'x'.repeat(120)}`, 'linux')).toEqual([elsewhere])
  })

  it('is a named pipe on Windows', () => {
    expect(socketPaths('/C/p', 'win32')).toEqual([socketPath('/C/p', 'win32')])
    expect(socketPath('/C/p', 'win32')).toMatch(/^\\\\\.\\pipe\\jobtray-[0-9a-f]{16}$/)
  })
})
