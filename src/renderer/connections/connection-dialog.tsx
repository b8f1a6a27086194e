import { useEffect, useState } from 'react'
import type { ConnectionId, Vendor } from '../../shared/connection'
import { DialogFrame } from '../parts/dialog-frame'
import { draftStore, dropDraft } from '../state/drafts'
import { useMirror } from '../state/mirror-store'
import { closeDialog, openDialog, showToast } from '../state/view'
import { ConnectionForm } from './connection-form'
import { draftOf, emptyDraft } from './form-draft'

type Props = { readonly id: ConnectionId | null; readonly vendor: Vendor }

export function ConnectionDialog({ id, vendor }: Props) {
  const known = useMirror(mirror => (id === null ? undefined : mirror.connections.get(id)))
  // What Escape closed, or a page that fell over, is there again; all but the key, which is kept nowhere.
  const [kept] = useState(() => draftStore.getState().connection)
  // Closing an edit is letting it be; only a page that fell over brings it back.
  useEffect(() => () => void (id !== null && dropDraft('connection')), [id])
  return (
    <DialogFrame title={id === null ? 'Add a connection' : 'Edit the connection'}>
      <ConnectionForm
        id={id}
        first={kept?.id === id ? kept.form : known ? draftOf(known) : emptyDraft(vendor)}
        onDraft={form => draftStore.setState({ connection: { id, form } })}
        onCancel={() => {
          dropDraft('connection')
          closeDialog()
        }}
        onSaved={connection => {
          dropDraft('connection')
          closeDialog()
          showToast(id === null ? `Connected to ${connection.name}.` : `Saved ${connection.name}.`)
          if (id === null) openDialog({ kind: 'watch', connectionId: connection.id, pasted: '' })
        }}
      />
    </DialogFrame>
  )
}
