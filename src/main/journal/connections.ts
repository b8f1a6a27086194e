import { z } from 'zod'
import { type Connection, type ConnectionDraft, type ConnectionId, vendors } from '../../shared/connection'
import { keptKeySendingSchema } from '../connections/key-sending'
import type { Db } from './db'

const storedDraftSchema = z.object({
  name: z.string(),
  vendor: z.enum(vendors),
  baseUrl: z.string(),
  organization: z.string().nullable(),
  keySending: keptKeySendingSchema,
})
const rowSchema = z.object({ id: z.string(), draft: z.string(), created_at: z.string(), key_saved: z.number() })

export type StoredConnection = { readonly connection: Connection; readonly keySaved: boolean }

/** The connections, without their keys: those are in the keychain alone. */
export function connectionTable(db: Db) {
  const all = db.prepare('SELECT id, draft, created_at, key_saved FROM connections ORDER BY created_at, id')
  const upsert = db.prepare(
    `INSERT INTO connections (id, draft, created_at, key_saved) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET draft = excluded.draft, key_saved = excluded.key_saved`,
  )
  const remove = db.prepare('DELETE FROM connections WHERE id = ?')

  return {
    all(): readonly StoredConnection[] {
      return all.all().map((raw: unknown) => {
        const row = rowSchema.parse(raw)
        const draft = storedDraftSchema.parse(JSON.parse(row.draft))
        return { connection: { ...draft, id: row.id, createdAt: row.created_at }, keySaved: row.key_saved === 1 }
      })
    },
    save({ id, createdAt, name, vendor, baseUrl, organization, keySending }: Connection, keySaved: boolean): void {
      const draft: ConnectionDraft = { name, vendor, baseUrl, organization, keySending }
      upsert.run(id, JSON.stringify(draft), createdAt, keySaved ? 1 : 0)
    },
    remove(id: ConnectionId): void {
      remove.run(id)
    },
  }
}

export type ConnectionTable = ReturnType<typeof connectionTable>
