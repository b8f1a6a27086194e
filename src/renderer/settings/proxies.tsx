import { useEffect, useState } from 'react'
import type { ProxyUse } from '../../shared/ipc'
import { ServerText } from '../parts/server-text'
import { useMirror } from '../state/mirror-store'

/** Which way each connection takes: the system decides, Jobtray follows. */
export function Proxies() {
  const connections = useMirror(mirror => mirror.connections)
  const [proxies, setProxies] = useState<readonly ProxyUse[] | null>(null)
  useEffect(() => {
    let live = true
    window.jobtray.readProxies().then(
      read => live && setProxies(read),
      () => live && setProxies(null),
    )
    return () => {
      live = false
    }
  }, [])
  const used = (proxies ?? []).filter(({ proxy }) => proxy !== null)
  return (
    <div className="py-3">
      <h3 className="font-medium">Proxy</h3>
      <p className="text-sm text-soft">
        {proxies === null
          ? 'Jobtray takes the way your system is set to.'
          : used.length === 0
            ? 'None in use: your system is set to a direct way to every connection.'
            : 'As your system is set:'}
      </p>
      {used.length > 0 && (
        <ul className="mt-1 text-sm">
          {used.map(({ connectionId, proxy, refusal }) => (
            <li key={connectionId}>
              <ServerText text={connections.get(connectionId)?.name ?? ''} max={80} className="font-medium" /> through{' '}
              <ServerText text={proxy ?? ''} max={200} className="break-all select-text" />
              {refusal !== null && <span className="block text-warn">{refusal}.</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
