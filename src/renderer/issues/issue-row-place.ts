import { type RefObject, useEffect, useRef } from 'react'

/** Of a row, in rem, so that it grows with the text. */
const height = 3.25
export const rowHeight = (): number => height * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

/**
 * A row that comes from below has whole rows above it. By the true place of the scroller: the virtualiser's own is a frame
 * late, and keys may come faster than that.
 */
export function revealIn(scroller: HTMLElement, index: number): void {
  const top = index * rowHeight()
  const above = Math.ceil(index + 1 - scroller.clientHeight / rowHeight())
  if (top < scroller.scrollTop) scroller.scrollTop = top
  else if (top + rowHeight() > scroller.scrollTop + scroller.clientHeight)
    scroller.scrollTop = Math.min(index, above) * rowHeight()
}

/** In a narrow page the entry opens below its list: the row must not go out of sight by that. One that was out of sight stays there. */
export function useKeepsInView(scroller: RefObject<HTMLElement | null>, chosen: number | null): void {
  const latest = useRef(chosen)
  latest.current = chosen
  useEffect(() => {
    const { current } = scroller
    if (current === null) return
    let before = current.clientHeight
    const observer = new ResizeObserver(() => {
      const seen = { from: current.scrollTop - rowHeight(), to: current.scrollTop + before }
      before = current.clientHeight
      const top = (latest.current ?? -1) * rowHeight()
      if (latest.current !== null && top > seen.from && top < seen.to) revealIn(current, latest.current)
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [scroller])
}
