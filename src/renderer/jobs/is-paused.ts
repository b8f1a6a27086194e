import type { ConnectionId } from '../../shared/connection'
import type { Mirror } from '../state/mirror'

/** Nothing of this connection is looked at, by a person's choice. */
export const isPaused = ({ settings, connections }: Mirror, id: ConnectionId): boolean =>
  settings.paused || connections.get(id)?.paused === true
