import { ListFilter } from 'lucide-react'
import { Suspense, useState } from 'react'
import { later } from '../frame/later'
import { cx } from '../parts/class-names'
import { listViewStore } from './list-view'

const ViewMenu = later(async () => (await import('./view-menu')).ViewMenu)

/** The button alone until it is pressed: a menu's code is not waited for by the first row. */
export function ViewMenuWhenAsked() {
  const { sort, grouped } = listViewStore()
  const [asked, ask] = useState(false)
  const look = cx(
    'inline-flex size-7 shrink-0 items-center justify-center rounded-md hover:bg-hover hover:text-ink data-popup-open:bg-hover',
    sort !== 'standing' || !grouped ? 'text-accent' : 'text-soft',
  )
  const icon = <ListFilter size="0.9375rem" aria-hidden />
  const button = (
    <button
      type="button"
      aria-label="Group and sort"
      aria-haspopup="menu"
      className={look}
      onClick={() => ask(true)}
      onKeyDown={({ key }) => key === 'ArrowDown' && ask(true)}
    >
      {icon}
    </button>
  )
  return asked ? (
    <Suspense fallback={button}>
      <ViewMenu look={look} icon={icon} />
    </Suspense>
  ) : (
    button
  )
}
