import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'jobtray-desktop-'

/** @param {number} pid */
const isAlive = pid => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Clears away what earlier processes left when they were killed. */
const sweep = () => {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1])
    if (!(pid > 0) || isAlive(pid)) continue
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
    } catch {
      // someone else's
    }
  }
}

/** A new temporary folder that names its process. */
export const makeWorkFolder = () => {
  sweep()
  return mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
}
