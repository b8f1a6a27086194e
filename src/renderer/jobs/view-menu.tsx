import { Menu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { changeListView, listViewStore, sortNames, sorts } from './list-view'

/** How the list is grouped and sorted; the choice stays. Open from the first, for the button has been pressed. */
export function ViewMenu({ look, icon }: { readonly look: string; readonly icon: ReactNode }) {
  const { sort, grouped } = listViewStore()
  return (
    <Menu.Root defaultOpen>
      <Menu.Trigger aria-label="Group and sort" className={look}>
        {icon}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner role="region" aria-label="List" sideOffset={4} align="end" className="z-30 outline-none">
          <Menu.Popup className="min-w-48 rounded-lg bg-raised p-1 shadow-pop outline-none transition-opacity duration-100 data-starting-style:opacity-0 forced-colors:border">
            <Menu.CheckboxItem
              checked={grouped}
              onCheckedChange={next => changeListView({ grouped: next })}
              className={item}
            >
              <Tick />
              Group by state
            </Menu.CheckboxItem>
            <Menu.Separator className="mx-1 my-1 h-px bg-line" />
            <Menu.RadioGroup value={sort} onValueChange={next => changeListView({ sort: next })}>
              {sorts.map(each => (
                <Menu.RadioItem key={each} value={each} className={item}>
                  <Tick radio />
                  {sortNames[each]}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

const item = 'flex min-h-7 items-center gap-2 rounded-md pr-3 pl-2 outline-none data-highlighted:bg-hover'

const Tick = ({ radio = false }: { readonly radio?: boolean }) => (
  <span aria-hidden className="flex size-4 shrink-0 items-center justify-center">
    {radio ? (
      <Menu.RadioItemIndicator>
        <Check size="0.875rem" />
      </Menu.RadioItemIndicator>
    ) : (
      <Menu.CheckboxItemIndicator>
        <Check size="0.875rem" />
      </Menu.CheckboxItemIndicator>
    )}
  </span>
)
