import { Plus } from 'lucide-react'
import { Button } from '../parts/button'
import { PageHeader } from '../parts/page-header'
import { useMirror } from '../state/mirror-store'
import { openDialog } from '../state/view'
import { ConnectionRow } from './connection-row'

export function ConnectionsPage() {
  const connections = useMirror(mirror => mirror.connections)
  return (
    <>
      <PageHeader title="Connections">
        <Button
          look="primary"
          icon={<Plus size="0.9375rem" aria-hidden />}
          onClick={() => openDialog({ kind: 'connection', id: null, vendor: 'merchantops' })}
        >
          Add a connection
        </Button>
      </PageHeader>
      <ul className="min-h-0 flex-1 divide-y divide-line overflow-y-auto px-5">
        {[...connections.values()].map(connection => (
          <ConnectionRow key={connection.id} connection={connection} />
        ))}
      </ul>
    </>
  )
}
