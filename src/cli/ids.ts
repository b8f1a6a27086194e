import type { JobRef } from '../shared/job'
import { type PastedIds, readJobIds, splitJobIds } from '../shared/job-id'
import { count, counted } from '../shared/numbers'
import { CommandError } from './ask'
import { printable } from './printable'
import { readAtMost } from './standard-input'

/** Ids that are told one by one; of more, the first few and how many there are. */
export const mostNamed = 10
const firstFew = 3

export function idList(refs: readonly Pick<JobRef, 'jobId'>[]): string {
  const names = (list: readonly Pick<JobRef, 'jobId'>[]) => list.map(ref => printable(ref.jobId)).join(', ')
  if (refs.length <= mostNamed) return names(refs)
  return `${counted(refs.length, 'job')}: ${names(refs.slice(0, firstFew))} and ${count(refs.length - firstFew)} more`
}

/** Characters: twenty thousand of the longest ids with what parts them. */
const mostPasted = 8_000_000

/** A list in JSON that is none, or not of texts, would else be taken for ids with brackets in them. */
function pastedList(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text
  try {
    const list: unknown = JSON.parse(text)
    if (Array.isArray(list) && list.every(entry => typeof entry === 'string')) return text
  } catch {
    // Told below.
  }
  throw new CommandError('Standard input looks like JSON, but is no list of texts such as ["id", "id"].', 2)
}

/**
 * The ids of the arguments, each once; a lone `-` stands for those on standard input, of which some may be unclear. An
 * empty one stays, to be refused.
 */
export async function idsFrom(words: readonly string[], stdin: NodeJS.ReadableStream): Promise<PastedIds> {
  const parts: string[] = []
  const refused: PastedIds['refused'][number][] = []
  for (const word of words) {
    if (word === '-') {
      const pasted = readJobIds(pastedList(await readAtMost(stdin, mostPasted, 'a list of job ids')))
      parts.push(...pasted.ids)
      refused.push(...pasted.refused.map(({ text, why }) => ({ text: text.slice(0, 300), why })))
    } else if (word.trim() === '') parts.push(word)
    else parts.push(...splitJobIds(word))
  }
  if (parts.length + refused.length === 0) throw new CommandError('There is no job id on standard input.', 2)
  return { ids: [...new Set(parts)], refused }
}

/** What was not taken as an id, one a line, the first few. */
export function refusals(refused: PastedIds['refused']): readonly string[] {
  const named = refused.slice(0, mostNamed).map(({ text, why }) => `“${printable(text, 40)}”: ${why}`)
  const others = refused.length - named.length
  return [...named, ...(others > 0 ? [`And ${count(others)} more.`] : [])]
}
