const longest = 300

/** A value of a job or of a body as one short text; a dash where there is none. */
export function shownValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
