import type { JobRef } from '../shared/job'
import { splitJobIds } from '../shared/job-id'
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

/** In one argument a blank is part of the id; what parts a pasted list is not. */
const listed = /[,;\t\r\n]+/

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

/** The ids of the arguments, each once; a lone `-` stands for those on standard input. An empty one stays, to be refused. */
export async function idsFrom(words: readonly string[], stdin: NodeJS.ReadableStream): Promise<readonly string[]> {
  const parts: string[] = []
  for (const word of words) {
    if (word === '-') parts.push(...splitJobIds(pastedList(await readAtMost(stdin, mostPasted, 'a list of job ids'))))
    else if (word.trim() === '') parts.push(word)
    else parts.push(...splitJobIds(word, listed))
  }
  if (parts.length === 0) throw new CommandError('There is no job id on standard input.', 2)
  return [...new Set(parts)]
}
