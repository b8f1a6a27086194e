import { numberFormat } from './numbers'
import type { Speed } from './snapshot'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const small = numberFormat({ maximumSignificantDigits: 2 })
const oneDecimal = numberFormat({ maximumFractionDigits: 1 })

/** `340 a minute`, `0.4 a minute`; empty where items are not counted. */
export function rateText({ perMinute }: Speed): string {
  if (perMinute === null || perMinute <= 0) return ''
  // Three figures are more than such a rate is good for.
  const rounded = perMinute < 10 ? small(perMinute) : oneDecimal(Number(perMinute.toPrecision(2)))
  return `${rounded} a minute`
}

/** `about 12–15 min left`, `under a minute left`; empty where nobody can say. `now` in ms since 1970. */
export function etaText(speed: Speed, now: number): string {
  const left = leftText(speed, now)
  return left === '' || left === shortly ? left : `about ${left}`
}

const shortly = 'under a minute left'

/** The same for a narrow place: `12–15 min left`. */
export function leftText({ eta }: Speed, now: number): string {
  if (eta === null) return ''
  const [earliest, latest] = [new Date(eta.earliest).getTime() - now, new Date(eta.latest).getTime() - now]
  if (Number.isNaN(latest) || latest <= 0) return ''
  if (latest < minute) return shortly
  const unit = latest < 100 * minute ? minute : latest < 2 * day ? hour : day
  const step = unit === hour && latest < 10 * hour ? 0.5 : 1
  const from = Math.max(step, Math.round(earliest / unit / step) * step)
  const to = Math.max(from, Math.round(latest / unit / step) * step)
  const range = from === to ? oneDecimal(to) : `${oneDecimal(from)}–${oneDecimal(to)}`
  const name = unit === minute ? 'min' : unit === hour ? 'h' : to === 1 ? 'day' : 'days'
  return `${range} ${name} left`
}
