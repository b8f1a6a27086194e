import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const aFolder = () => mkdtempSync(join(tmpdir(), 'jobtray-small-disk-'))
const mountArguments = (kilobytes: number, folder: string) => [
  ...['-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=700`],
  ...['tmpfs', folder],
]

/** Only root may mount, and not even root in most containers: what cannot be known is tried. */
const tryToMount = (): boolean => {
  if (process.getuid?.() !== 0) return false
  const folder = aFolder()
  const did = spawnSync('mount', mountArguments(64, folder)).status === 0
  if (did) execFileSync('umount', [folder])
  rmdirSync(folder)
  return did
}
export const mayMount = tryToMount()

/** A disk of its own, gone with the test. */
export function smallDisk(kilobytes: number): string {
  const folder = aFolder()
  execFileSync('mount', mountArguments(kilobytes, folder))
  onTestFinished(() => {
    execFileSync('umount', [folder])
    rmdirSync(folder)
  })
  return folder
}

export const makeReadOnly = (folder: string): void => void execFileSync('mount', ['-o', 'remount,ro', folder])
