import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Writes a text and reads it back; throws, and leaves no file, when the disk did not take all of it. A nearly full disk
 * may take half of it and say nothing (reliability trap 1).
 */
export function writeVerified(file: string, text: string): void {
  try {
    const fd = openSync(file, 'w', 0o600)
    try {
      writeFileSync(fd, text)
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
    if (readFileSync(file, 'utf8') !== text) {
      throw Object.assign(new Error('the disk did not take all of it'), { code: 'ENOSPC' })
    }
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
}
