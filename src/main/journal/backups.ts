import { renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { Clock } from '../watch/clock'
import type { Db } from './db'
import { backupOf } from './open'

const minute = 60_000
const checkMs = 10 * minute
/** A backup is made when something has changed and the last one is so old, or when so much has. */
const oldMs = 60 * minute
const manyChanges = 5_000

/** In a thread of its own: copying and checking takes a second for each hundred megabytes, and `VACUUM INTO` blocks its thread. */
const copier = `
const { workerData, parentPort } = require('node:worker_threads')
const Database = require(workerData.driver)
const source = new Database(workerData.file)
source.exec('PRAGMA busy_timeout = 5000')
source.prepare('VACUUM INTO ?').run(workerData.half)
source.close()
const copy = new Database(workerData.half)
const [verdict] = copy.prepare('PRAGMA quick_check').all()
copy.close()
parentPort.postMessage(verdict.quick_check)
`

/** Writes a copy beside the file that the next start can fall back on, while the app runs. Only a whole one takes the old one's place. */
export async function backUpAside(file: string): Promise<void> {
  const half = `${backupOf(file)}.half`
  rmSync(half, { force: true })
  const driver = createRequire(import.meta.url).resolve('libsql')
  const worker = new Worker(copier, { eval: true, workerData: { driver, file, half } })
  const verdict = await new Promise<unknown>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the copying stopped')))
  })
  if (verdict !== 'ok') throw new Error(`the copy is not whole: ${String(verdict)}`)
  renameSync(half, backupOf(file))
}

export type BackupPorts = {
  readonly db: Db
  readonly clock: Clock
  /** There is one from before. */
  readonly hasOne: boolean
  readonly copy: () => Promise<void>
  readonly trouble: (where: string, error: unknown) => void
}

/** Backups while the app runs: none when nothing has changed. */
export function createBackups({ db, clock, hasOne, copy, trouble }: BackupPorts) {
  const total = db.prepare('SELECT total_changes() AS n')
  const changes = (): number => z.object({ n: z.number() }).parse(total.get()).n
  let saved = hasOne ? changes() : -1
  let savedAt = clock.monotonic()
  let isStopped = false
  let cancel: (() => void) | null = null

  const check = async (): Promise<void> => {
    try {
      const now = changes()
      const isDue = now > saved && (clock.monotonic() - savedAt >= oldMs || now - saved >= manyChanges)
      if (isDue) {
        await copy()
        saved = now
        savedAt = clock.monotonic()
      }
    } catch (error) {
      trouble('backup', error)
    }
    if (!isStopped) cancel = clock.after(checkMs, check)
  }

  return {
    start(): void {
      cancel = clock.after(checkMs, check)
    },
    /** False: the last backup holds all that there is. */
    isStale: (): boolean => changes() > saved,
    stop(): void {
      isStopped = true
      cancel?.()
    },
  }
}
