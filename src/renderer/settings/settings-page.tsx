import { Button } from '../parts/button'
import { PageHeader } from '../parts/page-header'
import { useMirror } from '../state/mirror-store'
import { goTo, openDialog } from '../state/view'
import { AppSections } from './app-section'
import { NotificationsSection } from './notifications-section'
import { WatchingSection } from './watching-section'

/** Each setting takes effect the moment it is chosen. */
export function SettingsPage() {
  const app = useMirror(mirror => mirror.app)
  return (
    <>
      <PageHeader title="Settings">
        <Button onClick={() => openDialog({ kind: 'shortcuts' })}>Keyboard shortcuts</Button>
      </PageHeader>
      <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">
        <div className="max-w-2xl">
          <WatchingSection />
          <NotificationsSection />
          <AppSections />
        </div>
        <p className="max-w-2xl py-4 text-sm text-faint">
          Jobtray {app.version}
          {app.mode === 'demo' && ', demo'} ·{' '}
          <button
            type="button"
            className="underline underline-offset-4 hover:text-ink"
            onClick={() => goTo({ view: 'diagnostics' })}
          >
            Diagnostics
          </button>
        </p>
      </div>
    </>
  )
}
