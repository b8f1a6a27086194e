import { useEffect, useRef } from 'react'
import { count } from '../../shared/numbers'
import { Button } from './button'

/** Entries shown at first, and then more whenever the end of the list is scrolled to. */
export const step = 100
const stride = 500

type Props = { readonly shown: number; readonly total: number; readonly onWant: (wanted: number) => void }

/** The end of a list that goes on: seeing it is wanting more; the keyboard may press it. */
export function MoreButton({ shown, total, onWant }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const left = total - shown
  const next = Math.min(stride, left)
  useEffect(() => {
    const end = button.current
    if (end === null || next <= 0) return
    const observer = new IntersectionObserver(entries => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) onWant(shown + next)
    })
    observer.observe(end)
    return () => observer.disconnect()
  }, [shown, next, onWant])
  if (left <= 0) return null
  return (
    <Button ref={button} className="mt-3" onClick={() => onWant(shown + next)}>
      {next === left ? `Show the other ${count(left)}` : `Show ${count(next)} more of ${count(left)}`}
    </Button>
  )
}
