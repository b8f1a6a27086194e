import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'libsql'
import { bare, jobtray, startApp } from './app.mjs'
import { onDesktop, user } from './desk.mjs'

/** @typedef {import('./desk.mjs').Desktop} Desktop */

/** Profiles with one connection and so many jobs, each made once by the app itself and copied for each run. */
export const keepProfiles = (/** @type {import('./jobs.mjs').Jobs} */ jobs) => {
  const shelf = mkdtempSync(join(tmpdir(), 'jobtray-bench-'))
  process.on('exit', () => rmSync(shelf, { recursive: true, force: true }))

  /** @param {number} count @param {string} kept */
  const make = (count, kept) =>
    onDesktop(async desktop => {
      const app = await startApp(desktop, jobtray)
      const form = {
        name: 'bench',
        vendor: 'merchantops',
        baseUrl: jobs.url,
        organization: '',
        keySending: { kind: 'none' },
        key: null,
      }
      const saved = await app.ask('connections:save', null, form, true)
      if (!saved.ok) throw new Error(saved.message)
      const before = (await jobs.count()).requests
      const ids = Array.from({ length: count }, (_, number) => `bench-${number}`)
      for (let from = 0; from < count; from += 1_000)
        await app.ask('jobs:watch', saved.connection.id, ids.slice(from, from + 1_000).join('\n'))
      // thousands are looked at little by little otherwise, which is not what is measured here
      const connectionId = saved.connection.id
      await app.ask(
        'jobs:look-now',
        ids.map(jobId => ({ connectionId, jobId })),
      )
      // each job's first look is a whole one
      while ((await jobs.count()).requests - before < count) await wait(500)
      await wait(1_000)
      await app.quit()
      cpSync(join(desktop.home, 'profile'), kept, {
        recursive: true,
        filter: source => !/\/(Singleton\w+|jobtray\.sock)$/.test(source),
      })
    })

  /** @param {number} count @returns {Promise<string>} where it is kept */
  const kept = async count => {
    const folder = join(shelf, String(count))
    if (!existsSync(folder)) await make(count, folder)
    return folder
  }

  return {
    kept,
    /**
     * Lays a profile with so many jobs into the desktop's home; as it was made, which by now may be a while ago, or as if
     * its jobs had been added and seen just now: for two minutes they are looked at more often.
     * @param {Desktop} desktop @param {number} count
     */
    lay: async (desktop, count, justAdded = false) => {
      const place = join(desktop.home, 'profile')
      cpSync(await kept(count), place, { recursive: true })
      if (justAdded) makeYoung(join(place, 'journal.db'))
      if (user !== null) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, place])
      return readdirSync(place).length
    },
  }
}

/** @param {string} journal */
const makeYoung = journal => {
  const db = new Database(journal)
  const now = new Date().toISOString()
  db.prepare("UPDATE jobs SET watched = json_set(watched, '$.addedAt', ?, '$.seenAt', ?, '$.triedAt', ?)").run(
    now,
    now,
    now,
  )
  // a close alone leaves all of it in the -wal
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  db.close()
}

/** @typedef {ReturnType<typeof keepProfiles>} Profiles */

/** A first start of its own, for what a system prepares in a new home (fonts, caches): it must count against nobody. @param {Desktop} desktop */
export const warmHome = async desktop => {
  const app = await startApp(desktop, bare)
  await wait(300)
  await app.quit()
}
