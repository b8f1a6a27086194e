import { join } from 'node:path'
import log from 'electron-log/node'
import { redact } from './redact'

/**
 * The log file of a profile: main process only, at most 5 MB and one older file. Faults of ours end up here, redacted.
 * Not electron-log's form for Electron: that one takes lines from any page as well, past our check of who asks.
 */
export function openLog(folder: string) {
  log.transports.file.resolvePathFn = () => join(folder, 'jobtray.log')
  log.transports.file.maxSize = 5 * 1_048_576
  log.transports.file.format = '{y}-{m}-{d}T{h}:{i}:{s}{z} {level} {text}'
  log.transports.console.level = false

  const write = (level: 'info' | 'warn' | 'error', text: string) => log[level](redact(text))
  const trouble = (where: string, error: unknown) =>
    write('error', `${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return { log: write, trouble }
}
