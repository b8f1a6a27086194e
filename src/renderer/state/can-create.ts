import { type ConnectionId, capabilities } from '../../shared/connection'
import { useMirror } from './mirror-store'

/** Whether jobs can be created by hand: in this connection, or in any for null. */
export const useCanCreate = (scope: ConnectionId | null): boolean =>
  useMirror(mirror =>
    [...mirror.connections.values()].some(
      ({ id, vendor }) => capabilities[vendor].create && (scope === null || scope === id),
    ),
  )
