import { z } from 'zod'
import type { Template } from '../../shared/outbox'
import { createInputSchema } from '../../shared/progress'
import { type Db, together } from './db'

const rowSchema = z
  .object({ name: z.string(), input: z.string() })
  .transform(({ name, input }): Template => ({ name, input: createInputSchema.parse(JSON.parse(input)) }))

/** What jobs are often created from, in a person's order. */
export function templateTable(db: Db) {
  const all = db.prepare('SELECT name, input FROM templates ORDER BY place')
  const insert = db.prepare('INSERT OR REPLACE INTO templates (name, place, input) VALUES (?, ?, ?)')

  return {
    all: (): readonly Template[] => all.all().map((row: unknown) => rowSchema.parse(row)),
    /** Of two with one name the later one stays. */
    replace(templates: readonly Template[]): void {
      together(db, () => {
        db.exec('DELETE FROM templates')
        for (const [place, { name, input }] of templates.entries()) insert.run(name, place, JSON.stringify(input))
      })
    },
  }
}

export type TemplateTable = ReturnType<typeof templateTable>
