/** `utc` says its zone, `naive` leaves it out, as Python does for a datetime without tzinfo. */
export type StampForm = 'utc' | 'naive'

/** Microseconds, as Python's isoformat() writes them; our clock has fractions of a ms to give. */
function isoMicroseconds(ms: number): string {
  const whole = Math.floor(ms)
  const micros = Math.floor((ms - whole) * 1000)
  return `${new Date(whole).toISOString().slice(0, -1)}${String(micros).padStart(3, '0')}`
}

export function merchantStamp(ms: number, form: StampForm): string {
  return form === 'naive' ? isoMicroseconds(ms) : `${isoMicroseconds(ms)}+00:00`
}

/** RFC 3339, as the Retailgrid page asks for with `format: date-time`. */
export function retailStamp(ms: number): string {
  return `${isoMicroseconds(ms)}Z`
}
