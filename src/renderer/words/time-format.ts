/** Writes a time, ms since 1970, in the person's own zone; made ready at its first use, which the first row must not wait for. */
export function timeFormat(options: Intl.DateTimeFormatOptions): (ms: number) => string {
  let made: Intl.DateTimeFormat | null = null
  return ms => {
    made ??= new Intl.DateTimeFormat('en-GB', options)
    return made.format(ms)
  }
}
