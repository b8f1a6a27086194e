import { assertNever } from '../../shared/fault'
import { ConnectionDialog } from '../connections/connection-dialog'
import { DoctorDialog } from '../connections/doctor-dialog'
import { KeyDialog } from '../connections/key-dialog'
import { NoticesDialog } from '../connections/notices-dialog'
import { RemoveDialog } from '../connections/remove-dialog'
import { WatchDialog } from '../jobs/watch-dialog'
import { Palette } from '../palette/palette'
import { AskFirstDialog } from '../post/ask-first-dialog'
import { viewStore } from '../state/view'
import { ShortcutsDialog } from './shortcuts-dialog'

export function Dialogs() {
  const dialog = viewStore(state => state.dialog)
  if (dialog === null) return null
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
