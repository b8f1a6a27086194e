import { chownSync, lchownSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openDoor, ownersOf } from '../../src/cli/socket-door'
import { aListener } from '../support/a-listener'

const own = process.getuid?.() ?? 0
const ours = new Set([own])
const stranger = 65_533

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jobtray-door-'))
  path = join(folder, 's')
  onTestFinished(() => rmSync(folder, { recursive: true }))
})

const saying = (word: string, at = path) => aListener(at, socket => void socket.end(word))

describe('whose app is asked', () => {
  it('is the own one, and of root also that of the owner of the profile', () => {
    expect(ownersOf(folder, own + 7)).toEqual(new Set([own + 7]))
    expect(ownersOf(folder, 0)).toEqual(new Set([0, own]))
    expect(ownersOf(join(folder, 'none'), 0)).toEqual(new Set([0]))
    expect(ownersOf(folder, undefined)).toEqual(process.getuid === undefined ? null : ours)
  })

  it.skipIf(own !== 0)('of root, with a profile of another user, is that user and no third one', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'jobtray-door-'))
    onTestFinished(() => rmSync(profile, { recursive: true }))
    chownSync(profile, 65_534, 65_534)
    await saying('app')
    const kind = () => openDoor(path, ownersOf(profile)).kind
    expect(kind()).toBe('open')
    chownSync(path, 65_534, 65_534)
    expect(kind()).toBe('open')
    chownSync(path, stranger, stranger)
    expect(kind()).toBe('refused')
  })
})

describe.each(['linux', 'darwin'])('a socket on %s', platform => {
  it.skipIf(process.platform !== platform && platform === 'linux')('is asked when it is of an owner', async () => {
    await saying('app')
    const door = openDoor(path, ours, platform)
    if (door.kind !== 'open') throw new Error(door.kind)
    expect(await text(connect(door.path))).toBe('app')
    door.close()
  })

  it.skipIf(own !== 0)('of somebody else is refused, by number, and a link of theirs is none', async () => {
    await saying('not the app')
    chownSync(path, stranger, stranger)
    expect(openDoor(path, ours, platform)).toEqual({ kind: 'refused', why: expect.stringContaining(`${stranger}`) })
    const link = join(folder, 'link')
    symlinkSync(path, link)
    lchownSync(link, stranger, stranger)
    expect(openDoor(link, ours, platform)).toEqual({ kind: 'none' })
  })

  it('that is missing, no socket, or beneath what is no folder, is none', () => {
    expect(openDoor(path, ours, platform)).toEqual({ kind: 'none' })
    writeFileSync(path, '')
    expect(openDoor(path, ours, platform)).toEqual({ kind: 'none' })
    expect(openDoor(join(path, 's'), ours, platform)).toEqual({ kind: 'none' })
    expect(openDoor(join(folder, 'x'.repeat(300)), ours, platform)).toEqual({ kind: 'none' })
  })
})

it.skipIf(process.platform !== 'linux')(
  'what takes the place of a socket between the look and the connection is not asked',
  async () => {
    await saying('app')
    const door = openDoor(path, ours)
    rmSync(path)
    await saying('somebody else')
    if (door.kind !== 'open') throw new Error(door.kind)
    expect(await text(connect(door.path))).toBe('app')
    door.close()
  },
)
