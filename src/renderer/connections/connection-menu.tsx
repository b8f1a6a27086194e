import { Menu } from '@base-ui/react/menu'
import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ConnectionId } from '../../shared/connection'
import type { ConnectionView } from '../../shared/snapshot'
import { cx } from '../parts/class-names'
import { attempt } from '../state/attempt'
import { listJobsOf, openDialog, showToast } from '../state/view'

export function ConnectionMenu({ connection }: { readonly connection: ConnectionView }) {
  const { id, vendor, keyState, keySending, paused = false } = connection
  const pause = () => void attempt(window.jobtray.changeConnection(id, { paused: !paused }))
  const hasKey = keyState === 'has-key' || keyState === 'session-only'
  return (
    <Menu.Root>
      <Menu.Trigger
        aria-label={`Acts for ${connection.name}`}
        className="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-soft hover:bg-hover hover:text-ink data-popup-open:bg-hover"
      >
        <Ellipsis size="1rem" aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className="z-30 outline-none">
          <Menu.Popup className="min-w-44 rounded-lg bg-raised p-1 shadow-pop outline-none transition-opacity duration-100 data-starting-style:opacity-0 forced-colors:border">
            <Item onClick={() => listJobsOf(id)}>Show its jobs</Item>
            <Item onClick={() => openDialog({ kind: 'doctor', id })}>Test…</Item>
            <Item onClick={pause}>{paused ? 'Resume' : 'Pause'}</Item>
            <Item onClick={() => openDialog({ kind: 'notices', id })}>Notifications…</Item>
            <Item onClick={() => openDialog({ kind: 'connection', id, vendor })}>Rename or edit…</Item>
            {keySending.kind !== 'none' && (
              <Item onClick={() => openDialog({ kind: 'key', id })}>
                {hasKey ? 'Replace the key…' : 'Enter a key…'}
              </Item>
            )}
            {hasKey && <Item onClick={() => void forgetKey(id)}>Forget the key</Item>}
            <Menu.Separator className="mx-1 my-1 h-px bg-line" />
            <Item onClick={() => openDialog({ kind: 'remove', id })} className="text-bad">
              Remove…
            </Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** What the keychain did not let go is said. */
const forgetKey = async (id: ConnectionId): Promise<void> => {
  await attempt(window.jobtray.forgetKey(id).then(stays => stays !== null && showToast(stays, 'bad')))
}

type ItemProps = { readonly onClick: () => void; readonly children: ReactNode; readonly className?: string }

const Item = ({ onClick, children, className }: ItemProps) => (
  <Menu.Item
    onClick={onClick}
    className={cx('flex min-h-7 items-center rounded-md px-2.5 outline-none data-highlighted:bg-hover', className)}
  >
    {children}
  </Menu.Item>
)
