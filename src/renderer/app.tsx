import { Suspense, useEffect, useRef } from 'react'
import { assertNever } from '../shared/fault'
import { Announcer } from './frame/announcer'
import { Bars } from './frame/bars'
import { Dialogs } from './frame/dialogs'
import { later } from './frame/later'
import { NoState } from './frame/no-state'
import { Sidebar } from './frame/sidebar'
import { Toasts } from './frame/toasts'
import { JobsPage } from './jobs/jobs-page'
import { Tip } from './parts/tip'
import { mirrorStore, useMirror } from './state/mirror-store'
import { hashOf } from './state/place'
import { viewStore } from './state/view'

const JobPage = later(async () => (await import('./job/job-page')).JobPage)
const InboxPage = later(async () => (await import('./notices/inbox-page')).InboxPage)
const Welcome = later(async () => (await import('./connections/welcome')).Welcome)
const DeskPage = later(async () => (await import('./post/desk-page')).DeskPage)
const CreatePage = later(async () => (await import('./post/create/create-page')).CreatePage)
const OutboxPage = later(async () => (await import('./post/outbox/outbox-page')).OutboxPage)
const FindPage = later(async () => (await import('./find/find-page')).FindPage)
const ConnectionsPage = later(async () => (await import('./connections/connections-page')).ConnectionsPage)
const SettingsPage = later(async () => (await import('./settings/settings-page')).SettingsPage)
const DiagnosticsPage = later(async () => (await import('./diagnostics/diagnostics-page')).DiagnosticsPage)

export function App() {
  const ready = mirrorStore(({ mirror }) => mirror !== null)
  return (
    <div className="flex h-full flex-col">
      <div className="min-h-0 flex-1">{ready ? <Window /> : <NoState />}</div>
      <Toasts />
      <Tip />
    </div>
  )
}

function Window() {
  const empty = useMirror(mirror => mirror.connections.size === 0)
  const wanted = viewStore(state => state.view.view)
  const whole = useRef<HTMLDivElement>(null)
  const place = viewStore(state => state.view)
  // In a low window the page scrolls as a whole: another page begins at its top.
  useEffect(() => {
    if (place !== null) whole.current?.scrollTo(0, 0)
  }, [place])
  const welcome = empty && (wanted === 'jobs' || wanted === 'connect' || wanted === 'connections')
  return (
    <div className="h-full [container:window/size]">
      <div ref={whole} className="flex h-full flex-col low:overflow-y-auto">
        <Bars />
        <div className="flex min-h-0 flex-1 @max-2xl/window:flex-col low:min-h-full low:flex-none">
          {!empty && <Sidebar />}
          <main className="@container/page flex min-h-0 min-w-0 flex-1 flex-col bg-canvas">
            <Suspense fallback={null}>{welcome ? <Welcome /> : <Page />}</Suspense>
          </main>
        </div>
      </div>
      <Dialogs />
      <Announcer />
    </div>
  )
}

function Page() {
  const view = viewStore(state => state.view)
  switch (view.view) {
    case 'jobs':
      return <JobsPage />
    case 'job':
      return <JobPage jobRef={view.ref} shown={view.shown ?? null} />
    case 'find':
      return <FindPage key={view.key} sought={view.key} />
    case 'desk':
      return <DeskPage key={hashOf(view)} jobRef={view.ref} mode={view.mode} postId={view.postId} />
    case 'create':
      return <CreatePage key={hashOf(view)} postId={view.postId} />
    case 'outbox':
      return <OutboxPage />
    case 'inbox':
      return <InboxPage />
    case 'connections':
      return <ConnectionsPage />
    case 'connect':
      return <Welcome />
    case 'settings':
      return <SettingsPage />
    case 'diagnostics':
      return <DiagnosticsPage />
    default:
      return assertNever(view)
  }
}
