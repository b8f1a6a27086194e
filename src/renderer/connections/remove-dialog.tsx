import { useState } from 'react'
import type { ConnectionId } from '../../shared/connection'
import { Button } from '../parts/button'
import { DialogActs, DialogFrame } from '../parts/dialog-frame'
import { attempt } from '../state/attempt'
import { useMirror } from '../state/mirror-store'
import { useOwnDialog } from '../state/own-dialog'
import { closeDialog, showToast, viewStore } from '../state/view'
import { jobsOf, openPostsOf } from './jobs-of'
import { removalSentence } from './removal-sentence'

/** Removing can't be taken back, because the key goes too: so it asks first and says what goes. */
export function RemoveDialog({ id }: { readonly id: ConnectionId }) {
  const name = useMirror(mirror => mirror.connections.get(id)?.name ?? '')
  const jobs = useMirror(mirror => jobsOf(mirror, id))
  const posts = useMirror(mirror => openPostsOf(mirror, id))
  const dialog = useOwnDialog()
  const [busy, setBusy] = useState(false)
  const remove = async () => {
    setBusy(true)
    const removed = window.jobtray.removeConnection(id)
    if (await attempt(removed)) {
      const keyStays = await removed
      viewStore.setState(({ scope }) => (scope === id ? { scope: null, scrolledTo: 0 } : {}))
      dialog.close()
      if (keyStays === null) showToast(`Removed ${name}.`)
      else showToast(`Removed ${name}. ${keyStays}`, 'bad')
    }
    setBusy(false)
  }
  return (
    <DialogFrame role="alertdialog" title={`Remove “${name}”?`} description={removalSentence(jobs, posts)}>
      <DialogActs>
        <Button onClick={closeDialog}>Cancel</Button>
        <Button look="danger" disabled={busy} onClick={() => void remove()}>
          Remove
        </Button>
      </DialogActs>
    </DialogFrame>
  )
}
