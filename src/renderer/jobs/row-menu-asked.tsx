import { Suspense, useRef } from 'react'
import { later } from '../frame/later'
import { rowMenuStore } from './row-menu-state'

const RowMenu = later(async () => (await import('./row-menu')).RowMenu)

/** No menu before the first is asked for: its code is a fifth of what the window reads before it shows a row. */
export function RowMenuWhenAsked({ keys }: { readonly keys: readonly string[] }) {
  const open = rowMenuStore(state => state.key !== null)
  const asked = useRef(false)
  asked.current ||= open
  return (
    asked.current && (
      <Suspense fallback={null}>
        <RowMenu keys={keys} />
      </Suspense>
    )
  )
}
