import { type Vendor, vendorNames } from './connection'

export type JobIdVerdict = { readonly ok: true; readonly jobId: string } | { readonly ok: false; readonly why: string }

const no = (why: string): JobIdVerdict => ({ ok: false, why })

/** Controls, what cannot be seen (a zero-width space comes along with a paste), line ends, halves of surrogate pairs. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** As each job id of Retailgrid is; elsewhere it is one that was probably meant for Retailgrid. */
export const isUuid = (text: string): boolean => uuid.test(text)

/** Refuses what would leave `/jobs/` or could not be sent (api-notes E18, E43; reliability trap 5, fault 56). */
export function checkJobId(vendor: Vendor, text: string): JobIdVerdict {
  const jobId = text.trim()
  if (jobId === '') return no('A job id is missing.')
  if (jobId === '.' || jobId === '..') return no('A job id cannot be only dots.')
  if (/^jobtray:\/\//i.test(jobId)) return no('This is a link, not an id. The id is the last part of it.')
  if (jobId.length > 256) return no('A job id has at most 256 characters.')
  if (unprintable.test(jobId)) return no('A job id cannot hold line breaks, control or invisible characters.')
  if (jobId.includes('\ufffd')) return no('This is no text: some of it could not be read as UTF-8.')
  if (vendor === 'retailgrid' && !uuid.test(jobId)) {
    return no(`${vendorNames[vendor]} job ids are UUIDs, such as 3f2b8c1e-5d47-4a90-9e61-0c2d4b7f8a15.`)
  }
  return { ok: true, jobId: vendor === 'retailgrid' ? jobId.toLowerCase() : jobId }
}

/** Ids that may be put on the watch list by one act: twice the list that is planned for; more is a paste of something else. */
export const mostAtOnce = 20_000

/** What was pasted, as ids; and the parts that are none, each with the sentence that tells what to do. */
export type PastedIds = {
  readonly ids: readonly string[]
  readonly refused: readonly { readonly text: string; readonly why: string }[]
}

const blankWithin = 'A blank parts no ids. Put each on a line of its own, or an id that has a blank in it in quotes.'

/**
 * Pasted text to ids, each once: one a line, or parted by commas, semicolons or tabs; quotes dropped. Of a part with a
 * blank in it nobody knows whether it is one id, several or a sentence, so it is refused, unless it is in quotes or of
 * UUIDs alone. A JSON list of texts is taken as it is.
 */
export function readJobIds(text: string): PastedIds {
  const list = jsonList(text)
  if (list !== null) return { ids: [...new Set(list)], refused: [] }
  const ids: string[] = []
  const refused = new Map<string, string>()
  for (const part of partsOf(text)) {
    const plain = unquoted(part)
    const words = plain.split(/\s+/)
    if (words.length === 1 || /^(["'`]).*\1$/.test(part)) ids.push(plain)
    else if (words.every(word => uuid.test(word))) ids.push(...words)
    else refused.set(part, blankWithin)
  }
  return {
    ids: [...new Set(ids.filter(id => id !== ''))],
    refused: [...refused].map(([text, why]) => ({ text, why })),
  }
}

/** The ids of one argument of a command line: a blank in it was meant. Doubles once. */
export function splitJobIds(text: string): readonly string[] {
  const parts = jsonList(text) ?? partsOf(text).map(unquoted)
  return [...new Set(parts.filter(part => part !== ''))]
}

const partsOf = (text: string): readonly string[] => text.split(/[,;\t\r\n]+/).map(part => part.trim())

/** Looked for at the end only where it begins: tried from each quote of a long run, it takes the square of the time. */
const quotes = /^["'`]+|(?<!["'`])["'`]+$/g

const unquoted = (part: string): string => idInAddress(part.replace(quotes, '').trim())

/** An address copied from a browser or a log names its job in the last part of its path, before what one may do with it. */
function idInAddress(part: string): string {
  const [, path] = /^https?:\/\/[^/]+([^?#]*)/i.exec(part) ?? []
  const names = (path ?? '').split('/').filter(name => name !== '' && name !== 'status' && name !== 'progress')
  return names.at(-1) ?? part
}

function jsonList(text: string): readonly string[] | null {
  if (!/^\s*\[/.test(text)) return null
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) && list.every(entry => typeof entry === 'string') ? list : null
  } catch {
    return null
  }
}
