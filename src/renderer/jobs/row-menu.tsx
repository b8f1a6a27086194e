import { Menu } from '@base-ui/react/menu'
import { Bell, BellOff, Check, Copy, EyeOff, PencilLine, Pin, PinOff, RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { capabilities } from '../../shared/connection'
import { counted } from '../../shared/numbers'
import { Keys } from '../parts/keys'
import { useMirror } from '../state/mirror-store'
import { goTo, viewStore } from '../state/view'
import { forgetRows } from './forget-rows'
import { listActs } from './list-acts'
import { refsAt, togglePicked } from './picked'
import { closeRowMenu, rowMenuStore } from './row-menu-state'

/** What can be done with a row, or with all picked ones when it is among them. `keys`: in the order shown. */
export function RowMenu({ keys }: { readonly keys: readonly string[] }) {
  const { key, anchor } = rowMenuStore()
  const close = (): void => {
    closeRowMenu()
    // The keyboard goes back to the row; where the row goes, `forgetRows` has said where to.
    if (viewStore.getState().view.view === 'jobs') viewStore.setState({ focusRow: true })
  }
  return (
    <Menu.Root open={key !== null} onOpenChange={open => !open && close()}>
      <Menu.Portal>
        <Menu.Positioner
          role="region"
          aria-label="Row"
          anchor={anchor}
          align="end"
          sideOffset={2}
          className="z-30 outline-none"
        >
          <Menu.Popup
            finalFocus={false}
            aria-label="Acts"
            className="min-w-52 rounded-lg bg-raised p-1 shadow-pop outline-none forced-colors:border"
          >
            {key !== null && <Items rowKey={key} keys={keys} />}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function Items({ rowKey, keys }: { readonly rowKey: string; readonly keys: readonly string[] }) {
  const watched = useMirror(mirror => mirror.jobs.get(rowKey))
  const picked = viewStore(state => state.picked)
  if (watched === undefined) return null
  const { ref, vendor } = watched
  const refs = picked.has(rowKey) ? refsAt(rowKey, keys) : [ref]
  const many = refs.length > 1 ? ` ${counted(refs.length, 'job')}` : ''
  return (
    <>
      <Item icon={<RefreshCw size="0.875rem" />} keys="L" onClick={() => listActs.look(refs)}>
        Look now{many && ` at${many}`}
      </Item>
      {capabilities[vendor].postProgress && many === '' && (
        <Item
          icon={<PencilLine size="0.875rem" />}
          keys="R"
          onClick={() => goTo({ view: 'desk', mode: 'report', ref, postId: null })}
        >
          Report progress…
        </Item>
      )}
      <Menu.Separator className="mx-1 my-1 h-px bg-line" />
      <Item
        icon={watched.pinned ? <PinOff size="0.875rem" /> : <Pin size="0.875rem" />}
        keys="P"
        onClick={() => listActs.pin(refs)}
      >
        {watched.pinned ? 'Unpin' : 'Pin'}
        {many}
      </Item>
      <Item
        icon={watched.muted ? <Bell size="0.875rem" /> : <BellOff size="0.875rem" />}
        keys="M"
        onClick={() => listActs.mute(refs)}
      >
        {watched.muted ? 'Unmute' : 'Mute'}
        {many}
      </Item>
      <Item icon={<Copy size="0.875rem" />} keys="C" onClick={() => listActs.copy(refs)}>
        Copy {many === '' ? 'the id' : 'the ids'}
      </Item>
      <Item icon={<Check size="0.875rem" />} keys="X" onClick={() => togglePicked(rowKey)}>
        {picked.has(rowKey) ? 'Let go of the row' : 'Pick the row'}
      </Item>
      <Menu.Separator className="mx-1 my-1 h-px bg-line" />
      <Item icon={<EyeOff size="0.875rem" />} keys="Del" onClick={() => forgetRows(refs, keys, rowKey)}>
        Stop watching{many}
      </Item>
    </>
  )
}

type ItemProps = {
  readonly icon: ReactNode
  readonly keys: string
  readonly onClick: () => void
  readonly children: ReactNode
}

const Item = ({ icon, keys, onClick, children }: ItemProps) => (
  <Menu.Item
    onClick={onClick}
    className="flex min-h-7 items-center gap-2.5 rounded-md px-2 outline-none data-highlighted:bg-hover forced-colors:data-highlighted:outline"
  >
    <span aria-hidden className="text-soft">
      {icon}
    </span>
    <span className="flex-1">{children}</span>
    <Keys keys={keys} className="text-faint" />
  </Menu.Item>
)
