import { z } from 'zod'
import { findLists } from './issues'

/** Keys looked for at once. */
export const mostKeys = 1_000

export const itemQuerySchema = z.strictObject({
  /** One: it and all that begin with it. Several: each as it is. */
  keys: z.array(z.string().max(400)).max(mostKeys),
  /** Null: in all. */
  connectionId: z.string().max(64).nullable(),
  jobType: z.string().max(400).nullable(),
  /** Only where it failed, warned or was merely listed; absent: all. */
  list: z.enum(findLists).optional(),
})
export type ItemQuery = Readonly<z.infer<typeof itemQuerySchema>>

/**
 * What a person typed or pasted, as keys, each once in any case of letters: one a line or a cell of a sheet; on one line
 * parted by commas or semicolons, unless a blank within a part shows that it is one key with a comma in it.
 */
export function splitKeys(text: string): readonly string[] {
  const lines = text.split(/[\r\n\t]+/)
  const parts = lines.length > 1 ? lines : onOneLine(text)
  const keys = new Map<string, string>()
  for (const part of parts) {
    const key = part
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .slice(0, 400)
    if (key !== '' && !keys.has(key.toLowerCase())) keys.set(key.toLowerCase(), key)
  }
  return [...keys.values()]
}

function onOneLine(text: string): readonly string[] {
  const parts = text.split(/[,;]/).map(part => part.trim())
  return parts.length > 1 && parts.every(part => !/\s/.test(part)) ? parts : [text]
}
