import { z } from 'zod'
import type { IssueListName } from '../../shared/issues'
import type { JobIssue, JobRef, ReferenceKey } from '../../shared/job'
import { markOf, type Tally, tallyOf } from '../issues/tally'
import { type Db, together } from './db'
import type { List } from './pages'

// Written by this app alone and guarded by the schema version, so the outline is checked, not each field.
const isObject = (value: unknown) => typeof value === 'object' && value !== null
const issue = z.custom<JobIssue>(isObject)
const referenceKey = z.custom<ReferenceKey>(isObject)
const issues = z.custom<readonly JobIssue[]>(Array.isArray)
const keys = z.custom<readonly ReferenceKey[]>(Array.isArray)
const tallies = z.custom<readonly Tally[]>(Array.isArray)
const entryRow = z.object({ entry: z.string().nullable() })
const list = z.enum(['errors', 'warnings', 'referenceKeys'])
const waitingRow = z.object({ connection_id: z.string(), job_id: z.string(), list, page: z.number() })
const waitingJobs = z.object({ jobs: z.number() })
const textRow = z.object({ digest: z.string(), entries: z.string() })
const idRow = z.object({ id: z.number() })
const pageRow = z.object({ page: z.number(), digest: z.string() })
const groupsRow = pageRow.extend({ groups: z.string() })
const lookedRow = pageRow.extend({ marks: z.string() })

/** Pages as they are kept, and what was filed of them: tallies, keys and marks, each by the page. */
export function filingTable(db: Db) {
  const here = 'connection_id = ? AND job_id = ? AND list = ?'
  const next = db.prepare('SELECT connection_id, job_id, list, page FROM unfiled LIMIT 1')
  const waiting = db.prepare('SELECT count(*) AS jobs FROM (SELECT DISTINCT connection_id, job_id FROM unfiled)')
  const nextOf = db.prepare(`SELECT connection_id, job_id, list, page FROM unfiled WHERE ${here} LIMIT 1`)
  const done = db.prepare(`DELETE FROM unfiled WHERE ${here} AND page = ?`)
  const read = db.prepare(`SELECT digest, entries FROM job_pages WHERE ${here} AND page = ?`)
  const readOne = db.prepare(
    `SELECT json_extract(entries, '$[' || CAST(? AS INTEGER) || ']') AS entry FROM job_pages WHERE ${here} AND page = ?`,
  )
  const put = db.prepare(
    `INSERT INTO filed_pages (connection_id, job_id, list, page, digest, marks, groups) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (connection_id, job_id, list, page)
     DO UPDATE SET digest = excluded.digest, marks = excluded.marks, groups = excluded.groups RETURNING id`,
  )
  const dropKeys = db.prepare('DELETE FROM item_keys WHERE filed = ?')
  const putKeys = db.prepare('INSERT INTO item_keys (filed, place, key) SELECT ?, key, value FROM json_each(?)')
  const digests = db.prepare(`SELECT page, digest FROM job_pages WHERE ${here} ORDER BY page`)
  const groups = db.prepare(`SELECT page, digest, groups FROM filed_pages WHERE ${here}`)
  const looked = db.prepare(`SELECT page, digest, marks FROM looked_pages WHERE ${here}`)
  const dropLooked = db.prepare(`DELETE FROM looked_pages WHERE ${here}`)
  const putLooked = db.prepare(
    `INSERT INTO looked_pages SELECT connection_id, job_id, list, page, digest, marks FROM filed_pages WHERE ${here}
     UNION ALL SELECT ?, ?, ?, -1, '', ''`,
  )

  const lay = (raw: unknown): void => {
    const { connection_id: connection, job_id: job, list: name, page } = waitingRow.parse(raw)
    const { digest, entries } = textRow.parse(read.get(connection, job, name, page))
    const parsed: unknown = JSON.parse(entries)
    const found = name === 'referenceKeys' ? [] : issues.parse(parsed)
    const named =
      name === 'referenceKeys' ? keys.parse(parsed).map(({ key }) => key) : found.map(entry => entry.entityKey)
    const marks = found.map(markOf).join('')
    const row = put.get(connection, job, name, page, digest, marks, JSON.stringify(tallyOf(found)))
    const { id } = idRow.parse(row)
    dropKeys.run(id)
    putKeys.run(id, JSON.stringify(named))
    done.run(connection, job, name, page)
  }
  const file = (first: unknown, goesOn: () => boolean = () => false): boolean => {
    if (first === undefined) return false
    together(db, () => {
      for (let raw: unknown = first; raw !== undefined; raw = goesOn() ? next.get() : undefined) lay(raw)
    })
    return true
  }

  return {
    /** Files one page that waits; false: none did. A few ms. */
    fileNext: (): boolean => file(next.get()),
    /** The same, and more of them in the same transaction for as long as it goes on: most of what one page costs is its commit. */
    fileSome: (goesOn: () => boolean): boolean => file(next.get(), goesOn),
    fileNextOf: ({ connectionId, jobId }: JobRef, name: List): boolean => file(nextOf.get(connectionId, jobId, name)),
    /** How many jobs have pages that wait. */
    jobsUnfiled: (): number => waitingJobs.parse(waiting.get()).jobs,
    digests: ({ connectionId, jobId }: JobRef, name: List) =>
      digests.all(connectionId, jobId, name).map((row: unknown) => pageRow.parse(row)),
    /** Oldest first; none where there is no such page. */
    issuesOn({ connectionId, jobId }: JobRef, name: IssueListName, page: number): readonly JobIssue[] {
      const row = read.get(connectionId, jobId, name, page)
      return row === undefined ? [] : issues.parse(JSON.parse(textRow.parse(row).entries))
    },
    /** The same of any list. */
    entriesOn({ connectionId, jobId }: JobRef, name: List, page: number): readonly (JobIssue | ReferenceKey)[] {
      const row = read.get(connectionId, jobId, name, page)
      if (row === undefined) return []
      return (name === 'referenceKeys' ? keys : issues).parse(JSON.parse(textRow.parse(row).entries))
    },
    /** One entry, without reading its page; null where there is none. */
    entryAt({ connectionId, jobId }: JobRef, name: List, page: number, place: number): JobIssue | ReferenceKey | null {
      const row = readOne.get(place, connectionId, jobId, name, page)
      const entry = row === undefined ? null : entryRow.parse(row).entry
      if (entry === null) return null
      return (name === 'referenceKeys' ? referenceKey : issue).parse(JSON.parse(entry))
    },
    /** By page, for those filed as they are, and not by a version that kept no times: those are counted anew. */
    tallies({ connectionId, jobId }: JobRef, name: IssueListName) {
      return new Map(
        groups.all(connectionId, jobId, name).flatMap((raw: unknown) => {
          const row = groupsRow.parse(raw)
          const tally = tallies.parse(JSON.parse(row.groups))
          return tally.every(one => 'last' in one) ? [[row.page, { digest: row.digest, tally }] as const] : []
        }),
      )
    },
    /** What was there at the last look; empty: there was none. */
    looked: ({ connectionId, jobId }: JobRef, name: IssueListName) =>
      looked.all(connectionId, jobId, name).map((row: unknown) => lookedRow.parse(row)),
    /** What is filed now has been looked at. */
    markLooked({ connectionId, jobId }: JobRef, name: IssueListName): void {
      together(db, () => {
        dropLooked.run(connectionId, jobId, name)
        putLooked.run(connectionId, jobId, name, connectionId, jobId, name)
      })
    },
  }
}

export type FilingTable = ReturnType<typeof filingTable>
