import { type Vendor, vendorNames } from './connection'

export type JobIdVerdict = { readonly ok: true; readonly jobId: string } | { readonly ok: false; readonly why: string }

const no = (why: string): JobIdVerdict => ({ ok: false, why })

/** Controls, what cannot be seen (a zero-width space comes along with a paste), line ends, halves of surrogate pairs. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Refuses what would leave `/jobs/` or could not be sent (api-notes E18, E43; reliability trap 5, fault 56). */
export function checkJobId(vendor: Vendor, text: string): JobIdVerdict {
  const jobId = text.trim()
  if (jobId === '') return no('A job id is missing.')
  if (jobId === '.' || jobId === '..') return no('A job id cannot be only dots.')
  if (jobId.length > 256) return no('A job id has at most 256 characters.')
  if (unprintable.test(jobId)) return no('A job id cannot hold line breaks, control or invisible characters.')
  if (vendor === 'retailgrid' && !uuid.test(jobId)) {
    return no(`${vendorNames[vendor]} job ids are UUIDs, such as 3f2b8c1e-5d47-4a90-9e61-0c2d4b7f8a15.`)
  }
  return { ok: true, jobId: vendor === 'retailgrid' ? jobId.toLowerCase() : jobId }
}

/** Ids that may be put on the watch list by one act: twice the list that is planned for; more is a paste of something else. */
export const mostAtOnce = 20_000

/**
 * Pasted text to ids: one a line, or parted by commas, semicolons, tabs or blanks; quotes dropped; doubles once.
 * A JSON list of texts is taken as it is, so that an id with a blank in it can be named too.
 */
export function splitJobIds(text: string, separators: RegExp = /[\s,;]+/): readonly string[] {
  const parts = text.split(separators).map(part => idInAddress(part.trim().replace(/^["'`]+|["'`]+$/g, '')))
  return [...new Set(jsonList(text) ?? parts.filter(part => part !== ''))]
}

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
