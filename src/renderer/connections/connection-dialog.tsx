import type { ConnectionId, Vendor } from '../../shared/connection'
import { DialogFrame } from '../parts/dialog-frame'
import { useMirror } from '../state/mirror-store'
import { closeDialog, openDialog, showToast } from '../state/view'
import { ConnectionForm } from './connection-form'
import { draftOf, emptyDraft } from './form-draft'

type Props = { readonly id: ConnectionId | null; readonly vendor: Vendor }

export function ConnectionDialog({ id, vendor }: Props) {
  const known = useMirror(mirror => (id === null ? undefined : mirror.connections.get(id)))
  return (
    <DialogFrame title={id === null ? 'Add a connection' : 'Edit the connection'}>
      <ConnectionForm
        id={id}
        first={known ? draftOf(known) : emptyDraft(vendor)}
        onCancel={closeDialog}
        onSaved={connection => {
          closeDialog()
          showToast(id === null ? `Connected to ${connection.name}.` : `Saved ${connection.name}.`)
          if (id === null) openDialog({ kind: 'watch', connectionId: connection.id, pasted: '' })
        }}
      />
    </DialogFrame>
  )
}
