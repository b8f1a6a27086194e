import { BellOff, Copy, Pin, RefreshCw, X } from 'lucide-react'
import { counted } from '../../shared/numbers'
import { Button } from '../parts/button'
import { viewStore } from '../state/view'
import type { Arranged } from './arrange'
import { listActs } from './list-acts'
import { clearPicked, refsAt } from './picked'

/** What can be done with the rows that are picked; not there while none is. */
export function PickedBar({ arranged }: { readonly arranged: Arranged }) {
  const picked = viewStore(state => state.picked)
  const shown = picked.size === 0 ? 0 : arranged.keys.reduce((sum, key) => sum + (picked.has(key) ? 1 : 0), 0)
  if (shown === 0) return null
  const act = (name: keyof typeof listActs) => () => {
    listActs[name](refsAt('', arranged.keys))
    if (name === 'forget') clearPicked()
  }
  return (
    <div
      role="toolbar"
      aria-label="Picked jobs"
      className="flex flex-wrap items-center gap-1.5 border-t border-line bg-side px-5 py-2"
    >
      <span aria-live="polite" className="mr-auto font-medium">
        {counted(shown, 'job')} picked
      </span>
      <Button icon={<RefreshCw size="0.875rem" aria-hidden />} onClick={act('look')}>
        Look now
      </Button>
      <Button icon={<Pin size="0.875rem" aria-hidden />} onClick={act('pin')}>
        Pin
      </Button>
      <Button icon={<BellOff size="0.875rem" aria-hidden />} onClick={act('mute')}>
        Mute
      </Button>
      <Button icon={<Copy size="0.875rem" aria-hidden />} onClick={act('copy')}>
        Copy ids
      </Button>
      <Button icon={<X size="0.875rem" aria-hidden />} onClick={act('forget')}>
        Stop watching
      </Button>
      <Button onClick={clearPicked}>Clear</Button>
    </div>
  )
}
