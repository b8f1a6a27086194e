import { type Vendor, vendorNames } from './connection'

export type JobIdVerdict = { readonly ok: true; readonly jobId: string } | { readonly ok: false; readonly why: string }

const no = (why: string): JobIdVerdict => ({ ok: false, why })

// biome reads control characters in a pattern as a slip; here they are the point, so the test is by code.
const hasControl = (text: string): boolean =>
  [...text].some(char => {
    const code = char.codePointAt(0) ?? 0
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code <= 0xdfff)
  })

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Refuses what would leave `/jobs/` or could not be sent (api-notes E18, E43; reliability trap 5, fault 56). */
export function checkJobId(vendor: Vendor, text: string): JobIdVerdict {
  const jobId = text.trim()
  if (jobId === '') return no('A job id is missing.')
  if (jobId === '.' || jobId === '..') return no('A job id cannot be only dots.')
  if (jobId.length > 256) return no('A job id has at most 256 characters.')
  if (hasControl(jobId)) return no('A job id cannot hold line breaks or control characters.')
  if (vendor === 'retailgrid' && !uuid.test(jobId)) {
    return no(`${vendorNames[vendor]} job ids are UUIDs, such as 3f2b8c1e-5d47-4a90-9e61-0c2d4b7f8a15.`)
  }
  return { ok: true, jobId: vendor === 'retailgrid' ? jobId.toLowerCase() : jobId }
}

/** Pasted text to ids: one a line, or parted by commas, semicolons, tabs or blanks; quotes dropped; doubles once. */
export function splitJobIds(text: string): readonly string[] {
  const parts = text.split(/[\s,;]+/).map(part => part.replace(/^["'`]+|["'`]+$/g, ''))
  return [...new Set(parts.filter(part => part !== ''))]
}
