import { CircleHelp } from 'lucide-react'
import type { ConnectionId } from '../../shared/connection'
import { Button } from '../parts/button'
import { ServerText } from '../parts/server-text'
import { useMirror } from '../state/mirror-store'
import { foreignSentence } from '../words/foreign-ids'

type Props = {
  readonly chosen: ConnectionId
  readonly ids: readonly string[]
  readonly onChoose: (connectionId: ConnectionId) => void
}

/** Ids that look like another vendor's are asked about before they are watched, with the connection they may be meant for. */
export function ForeignQuestion({ chosen, ids, onChoose }: Props) {
  const connections = useMirror(mirror => mirror.connections)
  const connection = connections.get(chosen)
  const question = connection === undefined ? null : foreignSentence(connection.vendor, ids)
  const other = [...connections.values()].find(({ vendor }) => vendor === 'retailgrid')
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-2 empty:hidden">
      {question !== null && (
        <>
          <p className="flex min-w-0 flex-1 basis-64 items-start gap-2 text-soft">
            <CircleHelp size="0.9375rem" aria-hidden className="mt-0.5 shrink-0 text-warn" />
            {question}
          </p>
          {other !== undefined && (
            <Button className="max-w-full" onClick={() => onChoose(other.id)}>
              <span className="min-w-0 truncate">
                Use <ServerText text={other.name} max={40} />
              </span>
            </Button>
          )}
        </>
      )}
    </div>
  )
}
