import { BellOff, Copy, EyeOff, Pin, RefreshCw } from 'lucide-react'
import { Suspense } from 'react'
import { counted } from '../../shared/numbers'
import { later } from '../frame/later'
import { Button } from '../parts/button'
import { cx } from '../parts/class-names'
import type { Mirror } from '../state/mirror'
import { useMirror } from '../state/mirror-store'
import { viewStore } from '../state/view'
import type { Arranged } from './arrange'
import { forgetRows } from './forget-rows'
import { listActs } from './list-acts'
import { clearPicked, refsAt } from './picked'

// A menu's code is not waited for by the first row.
const SaveErrors = later(async () => (await import('./save-errors')).SaveErrors)

/** What can be done with the rows that are picked; not there while none is. */
export function PickedBar({ arranged }: { readonly arranged: Arranged }) {
  const picked = viewStore(state => state.picked)
  const shown = picked.size === 0 ? 0 : arranged.keys.reduce((sum, key) => sum + (picked.has(key) ? 1 : 0), 0)
  const pinned = useMirror(mirror => shown > 0 && allHave(mirror, arranged.keys, picked, 'pinned'))
  const muted = useMirror(mirror => shown > 0 && allHave(mirror, arranged.keys, picked, 'muted'))
  if (shown === 0) return null
  const refs = () => refsAt('', arranged.keys)
  const act = (name: Exclude<keyof typeof listActs, 'forget'>) => () => listActs[name](refs())
  // What goes away with its own button hands the keyboard to the list.
  const stop = () => forgetRows(refs(), arranged.keys, viewStore.getState().selected ?? '')
  const clear = () => {
    clearPicked()
    viewStore.setState(({ selected }) => ({ selected: selected ?? arranged.keys[0] ?? null, focusRow: true }))
  }
  return (
    <div
      role="toolbar"
      aria-label="Picked jobs"
      className={cx(
        'grid grid-cols-2 items-center gap-1 border-t border-line bg-side px-4 py-2 @sm/page:grid-cols-3',
        // From here on one line of words; with the count before it and with icons where there is room for them.
        '@md/page:flex @md/page:flex-wrap @2xl/page:gap-1.5 @2xl/page:px-5',
        '@md/page:@max-3xl/page:[&_button]:px-2 @md/page:@max-3xl/page:[&_svg]:hidden @max-2xl/page:[&_button]:grow',
      )}
    >
      <span className="col-span-full flex items-center gap-1 @md/page:@max-2xl/page:basis-full @2xl/page:mr-auto">
        <span aria-live="polite" className="font-medium">
          {counted(shown, 'job')} picked
        </span>
        <Button look="quiet" className="grow-0!" onClick={clear}>
          Clear
        </Button>
      </span>
      <Suspense fallback={null}>
        <SaveErrors refs={refs} />
      </Suspense>
      <Button icon={<RefreshCw size="0.875rem" aria-hidden />} onClick={act('look')}>
        Look now
      </Button>
      <Button icon={<Pin size="0.875rem" aria-hidden />} onClick={act('pin')}>
        {pinned ? 'Unpin' : 'Pin'}
      </Button>
      <Button icon={<BellOff size="0.875rem" aria-hidden />} onClick={act('mute')}>
        {muted ? 'Unmute' : 'Mute'}
      </Button>
      <Button icon={<Copy size="0.875rem" aria-hidden />} onClick={act('copy')}>
        Copy ids
      </Button>
      <Button icon={<EyeOff size="0.875rem" aria-hidden />} onClick={stop}>
        Stop watching
      </Button>
    </div>
  )
}

/** Whether each picked row that is shown has the mark: then the button takes it off. */
const allHave = (
  mirror: Mirror,
  keys: readonly string[],
  picked: ReadonlySet<string>,
  mark: 'pinned' | 'muted',
): boolean => keys.every(key => !picked.has(key) || mirror.jobs.get(key)?.[mark] === true)
