import type { ConnectionId } from '../../shared/connection'
import { Button } from '../parts/button'
import { DialogActs, DialogFrame } from '../parts/dialog-frame'
import { Field, inputLook } from '../parts/field'
import { useMirror } from '../state/mirror-store'
import { useOwnDialog } from '../state/own-dialog'
import { closeDialog, showToast } from '../state/view'
import { draftOf, emptyDraft } from './form-draft'
import { FormRefusal } from './form-refusal'
import { useConnectionForm } from './use-connection-form'

/** A new key for a connection that stays as it is otherwise. */
export function KeyDialog({ id }: { readonly id: ConnectionId }) {
  const connection = useMirror(mirror => mirror.connections.get(id))
  const dialog = useOwnDialog()
  const life = useConnectionForm({
    id,
    first: connection ? draftOf(connection) : emptyDraft('merchantops'),
    onSaved: saved => {
      dialog.close()
      showToast(`${saved.name} has its new key.`)
    },
  })
  const hasKey = connection?.keyState === 'has-key' || connection?.keyState === 'session-only'
  const elsewhere = life.refusal !== null && life.refusal.field !== 'key' ? life.refusal.message : null
  return (
    <DialogFrame title={hasKey ? 'Replace the key' : 'Enter a key'} description={connection?.name}>
      <form ref={life.form} onSubmit={life.submit} className="flex flex-col gap-3.5" noValidate autoComplete="off">
        <Field
          label="Key"
          error={life.errorAt('key') ?? elsewhere}
          hint="Goes to your keychain and nowhere else. It is checked by one harmless request first."
        >
          {wiring => (
            <input
              {...wiring}
              name="key"
              type="password"
              required
              autoComplete="off"
              spellCheck={false}
              className={inputLook}
            />
          )}
        </Field>
        {life.refusal?.canInsist && <FormRefusal life={life} />}
        <DialogActs>
          <Button onClick={closeDialog} disabled={life.busy}>
            Cancel
          </Button>
          <Button look="primary" type="submit" disabled={life.busy} className="min-w-28">
            {life.busy ? 'Checking the key…' : hasKey ? 'Replace the key' : 'Enter the key'}
          </Button>
        </DialogActs>
      </form>
    </DialogFrame>
  )
}
