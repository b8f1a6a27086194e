import { type RefObject, useEffect } from 'react'

/** What the tip of a place in a row says: its title, or all of its text where that is cut. */
function tipOf(part: Element): string {
  const title = part.getAttribute('title')
  if (title !== null) return title
  const isCut = part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight
  return isCut && getComputedStyle(part).overflow === 'hidden' ? (part.textContent ?? '') : ''
}

/**
 * A row is one button that lies over all it says, so what is below the pointer can tell nothing by itself: the button
 * takes its tip over. One listener for all rows; nothing is measured before a row is pointed at.
 */
export function useRowTips(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const list = scroller.current
    const onMove = ({ target, clientX, clientY }: MouseEvent): void => {
      if (!(target instanceof HTMLButtonElement)) return
      const row = target.parentElement
      if (row?.parentElement?.tagName !== 'LI' || row.querySelector('button') !== target) return
      const tip = document
        .elementsFromPoint(clientX, clientY)
        .filter(part => part !== target && part !== row && row.contains(part))
        .map(tipOf)
        .find(text => text !== '')
      if (target.title !== (tip ?? '')) target.title = tip ?? ''
    }
    list?.addEventListener('mousemove', onMove, { passive: true })
    return () => list?.removeEventListener('mousemove', onMove)
  }, [scroller])
}
