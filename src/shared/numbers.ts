/** Made at the first use: the language data behind it is two megabytes, and an idle tray writes no number. */
let whole: Intl.NumberFormat | null = null

/** 40213 to `40,213`. */
export function count(value: number): string {
  whole ??= new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
  return whole.format(value === 0 ? 0 : value) // a minus zero reads "-0"
}

/** `1 item`, `2 items`, `1,204 items`. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`

/** A percentage for people: never `100 %` before the end is reached and never `0 %` after the start. */
export function percentText(value: number): string {
  const floor = Math.floor(value)
  if (value > 0 && floor === 0) return '<1 %'
  return `${count(floor)} %`
}
