import { Pause, Play, Plus, Search } from 'lucide-react'
import { counted } from '../../shared/numbers'
import { cx } from '../parts/class-names'
import { IconButton } from '../parts/icon-button'
import { attempt } from '../state/attempt'
import { troubledCount } from '../state/connection-trouble'
import { useMirror } from '../state/mirror-store'
import { openDialog } from '../state/view'
import { Mark } from './mark'
import { Navigation } from './navigation'
import { Scopes } from './scopes'
import { controlKey } from './shortcut-list'

/** Left of the page where there is room, above it where there is not. */
export function Sidebar() {
  return (
    <aside
      aria-label="Sidebar"
      className="flex shrink-0 gap-3 border-line bg-side @max-lg/window:gap-2 @max-2xl/window:items-center @max-2xl/window:border-b @max-2xl/window:px-3 @max-2xl/window:py-1.5 @2xl/window:w-52 @2xl/window:flex-col @2xl/window:border-r @2xl/window:p-3 low:@2xl/window:sticky low:@2xl/window:top-0 low:@2xl/window:h-[100cqh]"
    >
      <div className="flex shrink-0 items-center gap-2 px-2 @max-2xl/window:hidden @2xl/window:min-h-7">
        <Mark className="size-4.5" />
        <span className="flex-1 text-lg font-semibold tracking-tight">Jobtray</span>
        <Find className="-mr-1.5 size-6" />
      </div>
      <Navigation />
      <div className="flex min-h-0 flex-1 flex-col gap-0.5 @max-2xl/window:hidden">
        <div className="flex items-center justify-between pt-2 pr-0.5 pl-2">
          <h2 className="text-sm font-medium text-faint">By connection</h2>
          <IconButton
            label="Add a connection"
            icon={<Plus size="0.875rem" aria-hidden />}
            className="size-6"
            onClick={() => openDialog({ kind: 'connection', id: null, vendor: 'merchantops' })}
          />
        </div>
        <Scopes />
      </div>
      <Watching />
    </aside>
  )
}

function Watching() {
  const paused = useMirror(mirror => mirror.settings.paused)
  const pace = useMirror(mirror => mirror.settings.pace)
  const troubled = useMirror(troubledCount)
  const toggle = () => void attempt(window.jobtray.changeSettings({ paused: !paused }))
  return (
    <div className="flex items-center justify-between gap-1 text-sm text-faint @max-2xl/window:ml-auto @2xl/window:pl-2">
      <Find className="size-6 @2xl/window:hidden" />
      <span className={cx('@max-2xl/window:sr-only', troubled > 0 && !paused && 'text-warn')}>
        {paused
          ? 'Watching is paused'
          : troubled > 0
            ? `${counted(troubled, 'connection')} in trouble`
            : `Watching at ${pace} pace`}
      </span>
      <IconButton
        label={paused ? 'Resume watching' : 'Pause watching'}
        icon={paused ? <Play size="0.875rem" aria-hidden /> : <Pause size="0.875rem" aria-hidden />}
        className="size-6"
        onClick={toggle}
      />
    </div>
  )
}

function Find({ className }: { readonly className: string }) {
  const platform = useMirror(mirror => mirror.app.platform)
  return (
    <IconButton
      label="Find an act or a job"
      keys={`${controlKey(platform)}K`}
      icon={<Search size="0.875rem" aria-hidden />}
      className={className}
      onClick={() => openDialog({ kind: 'palette' })}
    />
  )
}
