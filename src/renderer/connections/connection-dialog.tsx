import { useEffect, useState } from 'react'
import type { ConnectionId, Vendor } from '../../shared/connection'
import { DialogFrame } from '../parts/dialog-frame'
import { draftStore, dropDraft } from '../state/drafts'
import { useMirror } from '../state/mirror-store'
import { useOwnDialog } from '../state/own-dialog'
import { openDialog, showToast } from '../state/view'
import { ConnectionForm } from './connection-form'
import { draftOf, emptyDraft, type FormDraft } from './form-draft'

type Props = { readonly id: ConnectionId | null; readonly vendor: Vendor }

/** What Escape closed, or a page that fell over, is there again; all but the key, which is kept nowhere. */
function keptOf(id: ConnectionId | null): FormDraft | null {
  const { connection, edit } = draftStore.getState()
  if (id === null) return connection
  return edit?.id === id ? edit.form : null
}

export function ConnectionDialog({ id, vendor }: Props) {
  const known = useMirror(mirror => (id === null ? undefined : mirror.connections.get(id)))
  const dialog = useOwnDialog()
  const [kept] = useState(() => keptOf(id))
  // Closing an edit is letting it be; only a page that fell over brings it back.
  useEffect(() => () => void (id !== null && dropDraft('edit')), [id])
  const drop = () => dropDraft(id === null ? 'connection' : 'edit')
  return (
    <DialogFrame title={id === null ? 'Add a connection' : 'Edit the connection'}>
      <ConnectionForm
        id={id}
        first={kept ?? (known ? draftOf(known) : emptyDraft(vendor))}
        onDraft={form => draftStore.setState(id === null ? { connection: form } : { edit: { id, form } })}
        onCancel={() => {
          drop()
          dialog.close()
        }}
        onSaved={connection => {
          drop()
          showToast(id === null ? `Connected to ${connection.name}.` : `Saved ${connection.name}.`)
          if (!dialog.isOpen()) return
          dialog.close()
          if (id === null) openDialog({ kind: 'watch', connectionId: connection.id, pasted: '' })
        }}
      />
    </DialogFrame>
  )
}
