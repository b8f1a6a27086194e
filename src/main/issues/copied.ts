import type { ExportAnswer } from '../../shared/issues'
import { Refusal } from '../requests/answer'

/** More is no help to whoever pastes it, and the clipboard holds it all in memory; signs. */
export const mostCopied = 8_000_000

/** Puts on the clipboard what `fill` writes, which gives back how many lines that were: all of it, or nothing where it is too much. */
export async function copyWhole(
  copy: (text: string) => void,
  fill: (write: (text: string) => Promise<void>) => Promise<number>,
): Promise<ExportAnswer> {
  const parts: string[] = []
  let length = 0
  const written = await fill(async text => {
    length += text.length
    if (length > mostCopied)
      throw new Refusal('These are too many keys for the clipboard. Save them as a file instead.')
    parts.push(text)
  })
  if (written > 0) copy(parts.join('').slice(0, -1))
  return { file: '', written }
}
