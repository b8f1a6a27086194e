/** Writes numbers; made ready at its first use: the language data behind it is two megabytes, and an idle tray writes none. */
export function numberFormat(options: Intl.NumberFormatOptions): (value: number) => string {
  let made: Intl.NumberFormat | null = null
  return value => {
    made ??= new Intl.NumberFormat('en', options)
    return made.format(value)
  }
}

const whole = numberFormat({ maximumFractionDigits: 0 })

/** 40213 to `40,213`. */
export const count = (value: number): string => whole(value === 0 ? 0 : value) // a minus zero reads "-0"

/** For where there is next to no room, in at most four characters below a billion: 40213 to `40K`, 1240 to `1.2K`. */
export const shortCount = numberFormat({ notation: 'compact' })

/** `1 item`, `2 items`, `1,204 items`. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`

/** A percentage for people: never `100 %` before the end is reached and never `0 %` after the start. */
export function percentText(value: number): string {
  const floor = Math.floor(value)
  if (value > 0 && floor === 0) return '<1 %'
  return `${count(floor)} %`
}

const hundredths = numberFormat({ maximumFractionDigits: 2 })

/** A rate, 0-100, as exactly as a person reads it: `98.68 %`. Like a percentage, 100 and 0 are only what is that in truth. */
export function successText(value: number): string {
  if (value > 0 && value < 0.01) return '<0.01 %'
  return `${hundredths(value < 100 ? Math.min(value, 99.99) : value)} %`
}

const tenths = numberFormat({ maximumFractionDigits: 1 })

/** A part, 0-1, as a percentage, rounded; of all it is said of all alone: `2.9 %`, `12 %`, `99 %`. */
export function shareText(part: number): string {
  const percent = part * 100
  if (percent > 0 && percent < 0.1) return '<0.1 %'
  if (percent < 9.95) return `${tenths(percent)} %`
  return `${count(part < 1 ? Math.min(99, percent) : percent)} %`
}
