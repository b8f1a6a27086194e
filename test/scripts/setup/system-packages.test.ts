import { describe, expect, it } from 'vitest'
import {
  missingPackages,
  namesToInstall,
  neededPackages,
  readInstallable,
  readInstalled,
  type SystemPackage,
} from '../../../scripts/setup/system-packages.mjs'

const gtk: SystemPackage = { names: ['libgtk-3-0', 'libgtk-3-0t64'], file: 'libgtk-3.so.0' }
const nss: SystemPackage = { names: ['libnss3'], file: 'libnss3.so' }

describe('the system packages', () => {
  it('are satisfied by either name of a renamed one', () => {
    expect(missingPackages([gtk, nss], new Set(['libgtk-3-0', 'libnss3']))).toEqual([])
    expect(missingPackages([gtk, nss], new Set(['libgtk-3-0t64', 'libnss3']))).toEqual([])
    expect(missingPackages([gtk, nss], new Set(['libnss3']))).toEqual([gtk])
  })

  it('are installed by the name that this release knows', () => {
    expect(namesToInstall([gtk], new Set(['libgtk-3-0']))).toEqual(['libgtk-3-0'])
    expect(namesToInstall([gtk], new Set(['libgtk-3-0t64']))).toEqual(['libgtk-3-0t64'])
  })

  it('are named by their first name where the package lists are empty', () => {
    expect(namesToInstall([gtk, nss], new Set())).toEqual(['libgtk-3-0', 'libnss3'])
  })

  it('count as installed only when they are installed and configured', () => {
    const output = 'libnss3\tii \nlibgtk-3-0\tun \nxvfb\trc \ng++\tiU \n'
    expect([...readInstalled(output)]).toEqual(['libnss3'])
  })

  it('can be installed only when there is a candidate: a virtual package has none', () => {
    const output = [
      'libasound2:',
      '  Installed: (none)',
      '  Candidate: (none)',
      'libasound2t64:',
      '  Installed: (none)',
      '  Candidate: 1.2.11-1build2',
      '',
    ].join('\n')
    expect([...readInstallable(output)]).toEqual(['libasound2t64'])
  })

  it('include build tools only while keytar is not built, and a desktop only where one is needed', () => {
    const names = (keytarBuilt: boolean, privateDesktop: boolean) =>
      neededPackages({ keytarBuilt, privateDesktop }).flatMap(one => one.names)
    expect(names(true, false)).not.toContain('libsecret-1-dev')
    expect(names(true, false)).not.toContain('xvfb')
    expect(names(false, false)).toContain('libsecret-1-dev')
    expect(names(true, true)).toContain('xvfb')
  })
})
