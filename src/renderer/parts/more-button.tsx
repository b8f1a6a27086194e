import { count } from '../../shared/numbers'
import { Button } from './button'

/** Entries shown at first, and then more at each press. */
export const step = 100
const stride = 500

type Props = { readonly shown: number; readonly total: number; readonly onWant: (wanted: number) => void }

export function MoreButton({ shown, total, onWant }: Props) {
  const left = total - shown
  if (left <= 0) return null
  const next = Math.min(stride, left)
  return (
    <Button className="mt-3" onClick={() => onWant(shown + next)}>
      {next === left ? `Show the other ${count(left)}` : `Show ${count(next)} more of ${count(left)}`}
    </Button>
  )
}
