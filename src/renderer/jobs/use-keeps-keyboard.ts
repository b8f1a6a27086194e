import { type RefObject, useEffect } from 'react'

/** A click beside the rows, such as the second one on a menu that has just closed, takes the keyboard from no row. */
export function useKeepsKeyboard(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const place = list.current
    const onMouseDown = (event: MouseEvent) => {
      if (event.target === place) event.preventDefault()
    }
    place?.addEventListener('mousedown', onMouseDown)
    return () => place?.removeEventListener('mousedown', onMouseDown)
  }, [list])
}
