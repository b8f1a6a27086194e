import { randomBytes } from 'node:crypto'
import { chownSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { firstLine, startChild } from './children.mjs'
import { writePng } from './png.mjs'
import { readXwd } from './xwd.mjs'

/** An X authority file for any display: one cookie, so that no other user of the machine can look in. @param {Buffer} cookie */
export const xauthority = cookie => {
  const counted = (/** @type {Buffer} */ bytes) => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(bytes.length)
    return Buffer.concat([length, bytes])
  }
  const anyHost = Buffer.from([0xff, 0xff])
  const none = Buffer.alloc(0)
  return Buffer.concat([anyHost, ...[none, none, Buffer.from('MIT-MAGIC-COOKIE-1'), cookie].map(counted)])
}

/**
 * A screen of 1440x960 that exists in memory only.
 * @param {{ readonly folder: string, readonly user: import('./as-user.mjs').User | null, readonly env: NodeJS.ProcessEnv }} options
 */
export const startDisplay = async ({ folder, user, env }) => {
  const authority = join(folder, 'Xauthority')
  writeFileSync(authority, xauthority(randomBytes(16)), { mode: 0o600 })
  const frames = join(folder, 'screen')
  mkdirSync(frames, { mode: 0o700 })
  if (user !== null) for (const path of [authority, frames]) chownSync(path, user.uid, user.gid)
  const screen = [
    '-screen',
    '0',
    '1440x960x24',
    '-fbdir',
    frames,
    '-auth',
    authority,
    '-nolisten',
    'tcp',
    '-noreset',
    '-nocursor',
  ]
  const server = startChild('Xvfb', ['-displayfd', '3', ...screen], { user, env })
  const number = await firstLine(server, 'Xvfb')
  return {
    env: { DISPLAY: `:${number}`, XAUTHORITY: authority },
    /** @param {string} file a PNG to write */
    screenshot: file => {
      const { width, height, rgb } = readXwd(readFileSync(join(frames, 'Xvfb_screen0')))
      // renamed into place: the one that lies there may be another user's, of an earlier run
      writeFileSync(`${file}.new`, writePng({ width, height, pixels: rgb, channels: 3 }))
      renameSync(`${file}.new`, file)
    },
    stop: server.stop,
  }
}
