import { Suspense } from 'react'
import { assertNever } from '../../shared/fault'
import { type Dialog, viewStore } from '../state/view'
import { later } from './later'

const Palette = later(async () => (await import('../palette/palette')).Palette)
const WatchDialog = later(async () => (await import('../jobs/watch-dialog')).WatchDialog)
const AskFirstDialog = later(async () => (await import('../post/ask-first-dialog')).AskFirstDialog)
const ShortcutsDialog = later(async () => (await import('./shortcuts-dialog')).ShortcutsDialog)
const ConnectionDialog = later(async () => (await import('../connections/connection-dialog')).ConnectionDialog)
const KeyDialog = later(async () => (await import('../connections/key-dialog')).KeyDialog)
const DoctorDialog = later(async () => (await import('../connections/doctor-dialog')).DoctorDialog)
const RemoveDialog = later(async () => (await import('../connections/remove-dialog')).RemoveDialog)
const NoticesDialog = later(async () => (await import('../connections/notices-dialog')).NoticesDialog)

export function Dialogs() {
  const dialog = viewStore(state => state.dialog)
  return dialog && <Suspense fallback={null}>{drawn(dialog)}</Suspense>
}

function drawn(dialog: Dialog) {
  switch (dialog.kind) {
    case 'watch':
      return <WatchDialog key={dialog.pasted} connectionId={dialog.connectionId} pasted={dialog.pasted} />
    case 'connection':
      return <ConnectionDialog id={dialog.id} vendor={dialog.vendor} />
    case 'key':
      return <KeyDialog id={dialog.id} />
    case 'doctor':
      return <DoctorDialog id={dialog.id} />
    case 'remove':
      return <RemoveDialog id={dialog.id} />
    case 'notices':
      return <NoticesDialog id={dialog.id} />
    case 'palette':
      return <Palette />
    case 'shortcuts':
      return <ShortcutsDialog />
    case 'ask-first':
      return <AskFirstDialog question={dialog.question} />
    default:
      return assertNever(dialog)
  }
}
