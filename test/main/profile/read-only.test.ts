import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { bringTo, maySaveIn, standIn } from '../../../src/main/profile/read-only'
import { socketPath } from '../../../src/profile/paths'
import { makeReadOnly, mayMount, smallDisk } from '../../support/small-disk'

let parent = ''
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'jobtray-parent-'))
  onTestFinished(() => rmSync(parent, { recursive: true }))
})

describe('the folder that stands in for a profile that may only be read (fault 37)', () => {
  it('is private, and the same at each start, so that one process at a time has it', () => {
    const folder = standIn('/srv/profile', parent)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(standIn('/srv/other/../profile/', parent)).toBe(folder)
    expect(standIn('/srv/profile2', parent)).not.toBe(folder)
  })

  it('is none that others can look into, or that somebody has laid in the way', () => {
    const loose = standIn('/srv/loose', parent)
    chmodSync(loose, 0o755)
    expect(standIn('/srv/loose', parent)).not.toBe(loose)
    const linked = standIn('/srv/linked', parent)
    rmSync(linked, { recursive: true })
    const elsewhere = join(parent, 'elsewhere')
    mkdirSync(elsewhere, { mode: 0o700 })
    symlinkSync(elsewhere, linked)
    expect(standIn('/srv/linked', parent)).not.toBe(linked)
  })

  it('holds what the profile holds, and nothing of an earlier run', () => {
    const profile = join(parent, 'profile')
    mkdirSync(profile)
    for (const name of ['journal.db', 'journal.db-wal', 'settings.json', 'jobtray.log'])
      writeFileSync(join(profile, name), name)
    const folder = standIn(profile, parent)
    for (const name of ['journal.db', 'journal.db-shm', 'settings.json.backup', 'Preferences'])
      writeFileSync(join(folder, name), 'old')
    bringTo(folder, profile)
    expect(readdirSync(folder).sort()).toEqual(['Preferences', 'journal.db', 'journal.db-wal', 'settings.json'])
    expect(readFileSync(join(folder, 'journal.db'), 'utf8')).toBe('journal.db')
  })
})

it.skipIf(!mayMount)('a read-only disk is told from other trouble, and its socket lies elsewhere (fault 37)', () => {
  const disk = smallDisk(100)
  const profile = join(disk, 'p')
  mkdirSync(profile)
  expect([maySaveIn(profile), dirname(socketPath(profile))]).toEqual([true, profile])
  makeReadOnly(disk)
  expect([maySaveIn(profile), dirname(socketPath(profile))]).toEqual([false, tmpdir()])
  expect(maySaveIn(join(disk, 'missing'))).toBe(true)
})
