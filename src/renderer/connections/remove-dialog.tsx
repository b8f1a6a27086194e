import { useState } from 'react'
import type { ConnectionId } from '../../shared/connection'
import { counted } from '../../shared/numbers'
import { Button } from '../parts/button'
import { DialogActs, DialogFrame } from '../parts/dialog-frame'
import { attempt } from '../state/attempt'
import { useMirror } from '../state/mirror-store'
import { closeDialog, showToast, viewStore } from '../state/view'
import { jobsOf } from './jobs-of'

/** Removing can't be taken back, because the key goes too: so it asks first and says what goes. */
export function RemoveDialog({ id }: { readonly id: ConnectionId }) {
  const name = useMirror(mirror => mirror.connections.get(id)?.name ?? '')
  const jobs = useMirror(mirror => jobsOf(mirror, id))
  const [busy, setBusy] = useState(false)
  const remove = async () => {
    setBusy(true)
    if (await attempt(window.jobtray.removeConnection(id))) {
      viewStore.setState(({ scope }) => ({ scope: scope === id ? null : scope }))
      closeDialog()
      showToast(`Removed ${name}.`)
    }
    setBusy(false)
  }
  return (
    <DialogFrame
      role="alertdialog"
      title={`Remove “${name}”?`}
      description={`Its key is deleted from the keychain${
        jobs === 0 ? '' : `, and ${counted(jobs, 'watched job')} ${jobs === 1 ? 'goes' : 'go'} with it`
      }. The jobs themselves are not touched. This can’t be undone.`}
    >
      <DialogActs>
        <Button onClick={closeDialog}>Cancel</Button>
        <Button look="danger" disabled={busy} onClick={() => void remove()}>
          Remove
        </Button>
      </DialogActs>
    </DialogFrame>
  )
}
