const longestMs = 3_600_000

const imfDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/
const rfc850Date = /^[A-Z][a-z]+, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/
const asctimeDate = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/

/** An HTTP date in ms since 1970, or null. The forms are checked first: Date.parse reads a date into almost any text. */
export function httpDate(text: string | null): number | null {
  const trimmed = text?.trim() ?? ''
  const zoned = asctimeDate.test(trimmed) ? `${trimmed} GMT` : trimmed
  if (zoned === trimmed && !imfDate.test(trimmed) && !rfc850Date.test(trimmed)) return null
  const time = Date.parse(zoned)
  return Number.isNaN(time) ? null : time
}

/**
 * How long the server asks us to wait, ms, at most an hour; null when it does not say it in a way that can be read.
 * A date is held against the server's own `Date`, since this machine's clock may be a day off (reliability fault 8).
 */
export function retryAfterMs(retryAfter: string | null, date: string | null, now: number): number | null {
  const text = retryAfter?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1000), longestMs)
  const until = httpDate(text)
  if (until === null) return null
  return Math.min(Math.max(0, until - (httpDate(date) ?? now)), longestMs)
}
