import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askAt } from '../../src/cli/ask'
import { aListener } from '../support/a-listener'

let path = ''
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'jobtray-ask-')), 's')
})
afterEach(() => rmSync(join(path, '..'), { recursive: true, force: true }))

/** Something that listens where the app would. */
const listening = (greet: (socket: Socket) => void) => aListener(path, greet)
const answering = (text: string | Buffer) => listening(socket => void socket.once('data', () => socket.write(text)))

describe('a question to the app', () => {
  it('that does not run says what its caller knows of how to start it', async () => {
    await expect(askAt([path], { notRunning: 'Start it.' })('state:read')).rejects.toMatchObject({
      message: 'Start it.',
      exitCode: 69,
    })
  })

  it('that stops before it answers says so', async () => {
    await listening(socket => void socket.once('data', () => socket.destroy()))
    await expect(askAt([path])('app:quit')).rejects.toMatchObject({
      message: 'Jobtray stopped before it answered.',
      exitCode: 69,
    })
  })

  it('that never answers is given up, with what to do', async () => {
    await listening(() => undefined)
    await expect(askAt([path], { patience: () => 50 })('state:read')).rejects.toMatchObject({
      message: 'Jobtray runs, but does not answer. Quit it and start it again.',
      exitCode: 69,
    })
  })

  it('that refuses is refused with its sentence', async () => {
    await answering('{"ok":false,"message":"The disk is full."}\n')
    await expect(askAt([path])('app:quit')).rejects.toMatchObject({ message: 'The disk is full.', exitCode: 1 })
  })

  it.each(['not JSON\n', '{"ok":tr\n'])('that is answered by something else ends in a sentence: %j', async text => {
    await answering(text)
    await expect(askAt([path])('app:quit')).rejects.toMatchObject({
      message: 'The answer of Jobtray could not be read.',
      exitCode: 1,
    })
  })

  it('gets a long answer whole, with line separators of Unicode in it', async () => {
    const long = 'é\u2028\u2029'.repeat(200_000)
    await answering(`${JSON.stringify({ ok: true, value: long })}\n`)
    const value: unknown = await askAt([path])('state:read')
    expect(value === long).toBe(true)
  })

  it('gets no value where there is none', async () => {
    await answering('{"ok":true}\n')
    expect(await askAt([path])('app:quit')).toBeUndefined()
  })

  it('is not put to a socket of another user, who would get the key that is in it', async () => {
    const heard: string[] = []
    await listening(socket => void socket.on('data', data => heard.push(String(data))))
    const own = process.getuid?.() ?? 0
    await expect(askAt([path], { owners: new Set([own + 1]) })('app:quit')).rejects.toMatchObject({
      message: `What listens for this profile belongs to another user, number ${own}, and was asked nothing: if it is Jobtray, ask as that user.`,
      exitCode: 69,
    })
    expect(heard).toEqual([])
  })

  it('goes to the second place where nobody listens at the first, and a kill may have left a socket there', async () => {
    const dead = `${path}-dead`
    await leaveDead(dead)
    await answering('{"ok":true,"value":"here"}\n')
    expect(await askAt([`${path}-none`, path])('app:quit')).toBe('here')
    expect(await askAt([dead, path])('app:quit')).toBe('here')
  })
})

/** As a kill leaves it: the file is there, nobody listens. */
const leaveDead = async (at: string) => {
  const program = `require('net').createServer().listen(${JSON.stringify(at)}, () => process.kill(process.pid, 'SIGKILL'))`
  await once(spawn(process.execPath, ['-e', program]), 'exit')
  expect(existsSync(at)).toBe(true)
}
