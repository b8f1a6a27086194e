/** `42 s`, `3 min 12 s`, `2 h 5 min`, `3 d 4 h`: two units at most. Never negative. */
export function durationText(seconds: number): string {
  const s = Math.max(0, Math.round(seconds))
  if (s < 60) return `${s} s`
  if (s < 3_600) return join(Math.floor(s / 60), 'min', s % 60, 's')
  if (s < 86_400) return join(Math.floor(s / 3_600), 'h', Math.floor((s % 3_600) / 60), 'min')
  return join(Math.floor(s / 86_400), 'd', Math.floor((s % 86_400) / 3_600), 'h')
}

const join = (large: number, largeUnit: string, small: number, smallUnit: string): string =>
  small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`
