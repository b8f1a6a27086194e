import { z } from 'zod'
import { type Connection, type ConnectionDraft, type ConnectionId, vendors } from '../../shared/connection'
import { noticeSwitches } from '../../shared/notice-kinds'
import type { ConnectionView } from '../../shared/snapshot'
import { keptKeySendingSchema } from '../connections/key-sending'
import type { Db } from './db'

const storedDraftSchema = z.object({
  name: z.string(),
  vendor: z.enum(vendors),
  baseUrl: z.string(),
  organization: z.string().nullable(),
  keySending: keptKeySendingSchema,
})
const storedChoicesSchema = z.object({
  paused: z.boolean().optional().catch(undefined),
  mutedKinds: z.array(z.enum(noticeSwitches)).optional().catch(undefined),
  unproved: z.boolean().optional().catch(undefined),
})
const rowSchema = z.object({
  id: z.string(),
  draft: z.string(),
  created_at: z.string(),
  key_saved: z.number(),
  choices: z.string(),
})

/** What a person decides about a connection beside its address and key. */
export type ConnectionChoices = Pick<ConnectionView, 'paused' | 'mutedKinds' | 'unproved'>

export type StoredConnection = {
  readonly connection: Connection
  readonly choices: ConnectionChoices
  readonly keySaved: boolean
}

/** The connections, without their keys: those are in the keychain alone. */
export function connectionTable(db: Db) {
  const all = db.prepare('SELECT id, draft, created_at, key_saved, choices FROM connections ORDER BY created_at, id')
  const upsert = db.prepare(
    `INSERT INTO connections (id, draft, created_at, key_saved) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET draft = excluded.draft, key_saved = excluded.key_saved`,
  )
  const choose = db.prepare('UPDATE connections SET choices = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM connections WHERE id = ?')

  return {
    all(): readonly StoredConnection[] {
      return all.all().map((raw: unknown) => {
        const row = rowSchema.parse(raw)
        const draft = storedDraftSchema.parse(JSON.parse(row.draft))
        const connection = { ...draft, id: row.id, createdAt: row.created_at }
        return { connection, choices: choicesOf(row.choices), keySaved: row.key_saved === 1 }
      })
    },
    save({ id, createdAt, name, vendor, baseUrl, organization, keySending }: Connection, keySaved: boolean): void {
      const draft: ConnectionDraft = { name, vendor, baseUrl, organization, keySending }
      upsert.run(id, JSON.stringify(draft), createdAt, keySaved ? 1 : 0)
    },
    choose(id: ConnectionId, { paused, mutedKinds, unproved }: ConnectionChoices): void {
      choose.run(JSON.stringify({ paused, mutedKinds, unproved }), id)
    },
    remove(id: ConnectionId): void {
      remove.run(id)
    },
  }
}

function choicesOf(text: string): ConnectionChoices {
  const { paused, mutedKinds, unproved } = storedChoicesSchema.parse(JSON.parse(text))
  return {
    ...(paused !== undefined && { paused }),
    ...(mutedKinds !== undefined && { mutedKinds }),
    ...(unproved !== undefined && { unproved }),
  }
}

export type ConnectionTable = ReturnType<typeof connectionTable>
