import { LockKeyhole } from 'lucide-react'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { ConnectionId } from '../../shared/connection'
import { postFaultSentence } from '../../shared/post-wording'
import { Button } from '../parts/button'
import { ServerText } from '../parts/server-text'
import { useMirror } from '../state/mirror-store'
import { openDialog } from '../state/view'

type Props = {
  readonly connectionId: ConnectionId
  /** The form asks `useWritesOff` and leaves on what is good without writing, such as another connection and Close. */
  readonly bySelf?: boolean
  readonly children: ReactNode
}

const OffContext = createContext(false)

/** True where it is said already that this connection only reads. */
export const useWritesOff = (): boolean => useContext(OffContext)

/** With a key that may read but not write, only the forms are switched off, and a person may try all the same (api-notes E20). */
export function WritesOff({ connectionId, bySelf = false, children }: Props) {
  const standing = useMirror(mirror => mirror.connections.get(connectionId)?.writeFault ?? null)
  // The very fault that was set aside: a new one switches the forms off anew.
  const [setAside, setSetAside] = useState<string | null>(null)
  // Quietly: what keeps it from being asked is told where it belongs.
  useEffect(() => void window.jobtray.mayPost(connectionId).catch(() => undefined), [connectionId])
  const isOff = standing !== null && standing.since !== setAside
  return (
    <>
      {isOff && (
        <div
          role="alert"
          className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-side px-5 py-3"
        >
          <LockKeyhole size="1rem" aria-hidden className="shrink-0 text-warn" />
          <p className="min-w-0 flex-1 basis-64">
            <strong className="font-semibold">This connection only reads.</strong>{' '}
            <ServerText text={postFaultSentence(standing.fault)} max={400} />
          </p>
          <Button onClick={() => setSetAside(standing.since)}>Try again</Button>
          <Button onClick={() => openDialog({ kind: 'key', id: connectionId })}>Enter a key…</Button>
        </div>
      )}
      {/* Switched off, not taken away: what was typed stays in it. */}
      <OffContext value={isOff}>
        {bySelf ? (
          children
        ) : (
          <fieldset disabled={isOff} className={isOff ? 'min-w-0 opacity-60' : 'contents'}>
            <legend className="sr-only">Report</legend>
            {children}
          </fieldset>
        )}
      </OffContext>
    </>
  )
}
