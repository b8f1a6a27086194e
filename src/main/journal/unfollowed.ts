import type { JobRef } from '../../shared/job'
import type { Db } from './db'

/** Jobs that a person took off the list although another job names them: they are not given back by themselves. */
export function unfollowedTable(db: Db) {
  const insert = db.prepare('INSERT INTO unfollowed (connection_id, job_id) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const remove = db.prepare('DELETE FROM unfollowed WHERE connection_id = ? AND job_id = ?')
  const read = db.prepare('SELECT 1 FROM unfollowed WHERE connection_id = ? AND job_id = ?')

  return {
    add({ connectionId, jobId }: JobRef): void {
      insert.run(connectionId, jobId)
    },
    remove({ connectionId, jobId }: JobRef): void {
      remove.run(connectionId, jobId)
    },
    has: ({ connectionId, jobId }: JobRef): boolean => read.get(connectionId, jobId) !== undefined,
  }
}

export type UnfollowedTable = ReturnType<typeof unfollowedTable>
