import type { Fault } from '../../shared/fault'
import type { ConnectionView } from '../../shared/snapshot'
import { Button } from '../parts/button'
import { attempt } from '../state/attempt'
import { openDialog } from '../state/view'

type Props = { readonly fault: Fault; readonly connection: ConnectionView }

/** The one act that may help against a fault; none where waiting is all there is. */
export function FaultAct({ fault, connection }: Props) {
  const { id, vendor } = connection
  switch (fault.kind) {
    case 'unauthorized':
    case 'forbidden':
      return <Button onClick={() => openDialog({ kind: 'key', id })}>Enter a key…</Button>
    case 'no-key':
      return fault.why === 'locked' ? (
        <Button onClick={() => void attempt(window.jobtray.retryKeychain())}>Retry keychain</Button>
      ) : (
        <Button onClick={() => openDialog({ kind: 'key', id })}>Enter a key…</Button>
      )
    case 'moved':
    case 'not-the-api':
      return <Button onClick={() => openDialog({ kind: 'connection', id, vendor })}>Correct the address…</Button>
    case 'unreachable':
    case 'garbled':
      return <Button onClick={() => openDialog({ kind: 'doctor', id })}>Test the connection…</Button>
    default:
      return null
  }
}
