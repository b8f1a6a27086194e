import { useClock } from '../state/clock'
import { agoText, msOf, wholeTime } from '../words/times'

/** `21 Nov, 14:02:09`. */
export function WholeTime({ iso }: { readonly iso: string }) {
  const whole = useClock(now => wholeTime(now, iso))
  return <time dateTime={msOf(iso) === null ? undefined : iso}>{whole}</time>
}

/** `3 min ago`, with the whole time in its title. */
export function Ago({ iso, className }: { readonly iso: string; readonly className?: string }) {
  const text = useClock(now => agoText(now, iso))
  const whole = useClock(now => wholeTime(now, iso))
  return (
    <time dateTime={msOf(iso) === null ? undefined : iso} title={whole} className={className}>
      {text}
    </time>
  )
}
