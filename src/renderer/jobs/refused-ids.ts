import type { ConnectionId } from '../../shared/connection'

/** What a connection did not take as ids: there to be corrected, not to be offered again as it is. */
export type Refused = { readonly connectionId: ConnectionId; readonly ids: ReadonlySet<string> }

/** The ids worth sending; another connection may take what this one refused. */
export const notRefused = (
  ids: readonly string[],
  connectionId: ConnectionId,
  refused: Refused | null,
): readonly string[] =>
  refused === null || refused.connectionId !== connectionId ? ids : ids.filter(id => !refused.ids.has(id))
