import type { ConnectionId, KeyState, Vendor } from '../shared/connection'
import { assertNever, type StandingFault } from '../shared/fault'
import { keyFault } from '../shared/key-fault'
import { count } from '../shared/numbers'
import { serverTroubles } from '../shared/server-trouble'
import type { ConnectionView, Snapshot } from '../shared/snapshot'
import { timeToTheSecond } from '../shared/snooze'
import { faultSentence } from '../shared/wording'
import { type Ask, CommandError } from './ask'
import type { Out } from './commands'
import { asWord, keyHint } from './named'
import { json, printable } from './printable'
import { aligned } from './table'

/** `quiet`: nothing was asked in the last hour, so nobody knows. `not-tried`: kept without proof, and nothing was read since. */
export type Health = 'ok' | 'quiet' | 'not-tried' | 'paused' | 'waiting' | 'reads-only' | 'trouble'

/** One entry of `jobtray connections --json`: the field names are a contract with scripts. */
export type ListedConnection = {
  readonly name: string
  readonly vendor: Vendor
  readonly baseUrl: string
  readonly organization: string | null
  readonly keyState: KeyState
  readonly health: Health
  /** What is wrong, and what to do; null where nothing is. */
  readonly message: string | null
  readonly paused: boolean
  readonly requestsLastHour: number
  /** Nothing is asked of the server before then, ISO. */
  readonly waitsUntil: string | null
  readonly jobs: number
}

type Verdict = { readonly health: Health; readonly message: string | null }

function verdictOn(connection: ConnectionView, allPaused: boolean, trouble: StandingFault | null): Verdict {
  const { fault, writeFault, waitsUntil, requestsLastHour = 0, keyState } = connection
  const wrong = fault?.fault ?? keyFault(keyState)
  if (wrong !== null)
    return { health: 'trouble', message: `${faultSentence(wrong)}${keyHint(wrong.kind, connection.name)}` }
  if (connection.paused)
    return { health: 'paused', message: `jobtray resume ${asWord(connection.name)} goes on with it.` }
  if (allPaused) return { health: 'paused', message: 'All watching is paused: jobtray resume goes on with it.' }
  const why = trouble === null ? null : faultSentence(trouble.fault)
  if (waitsUntil !== undefined) {
    const until = timeToTheSecond(waitsUntil)
    return { health: 'waiting', message: `${why ?? 'The server is left alone.'} Nothing is asked before ${until}.` }
  }
  if (why !== null) return { health: 'trouble', message: why }
  if (connection.unproved)
    return {
      health: 'not-tried',
      message: `Not tried yet: nothing has proved its key. jobtray doctor ${asWord(connection.name)} tries it.`,
    }
  if (writeFault !== undefined) return { health: 'reads-only', message: faultSentence(writeFault.fault) }
  return { health: requestsLastHour > 0 ? 'ok' : 'quiet', message: null }
}

export function listConnections({ connections, jobs, settings }: Snapshot): readonly ListedConnection[] {
  const troubles = serverTroubles(jobs)
  const many = new Map<ConnectionId, number>()
  for (const { ref } of jobs) many.set(ref.connectionId, (many.get(ref.connectionId) ?? 0) + 1)
  return connections.map(connection => ({
    name: connection.name,
    vendor: connection.vendor,
    baseUrl: connection.baseUrl,
    organization: connection.organization,
    keyState: connection.keyState,
    ...verdictOn(connection, settings.paused, troubles.get(connection.id) ?? null),
    paused: settings.paused || connection.paused === true,
    requestsLastHour: connection.requestsLastHour ?? 0,
    waitsUntil: connection.waitsUntil ?? null,
    jobs: many.get(connection.id) ?? 0,
  }))
}

/** One connection as `connections` lists it. */
export function connectionLike(snapshot: Snapshot, id: ConnectionId): ListedConnection {
  const at = snapshot.connections.findIndex(connection => connection.id === id)
  const found = listConnections(snapshot)[at]
  if (found === undefined) throw new CommandError('This connection is not there any more.', 1)
  return found
}

export async function connections(ask: Ask, out: Out, asJson: boolean): Promise<void> {
  const list = listConnections(await ask('state:read'))
  if (asJson) return out(json(list))
  if (list.length === 0) return out('There are no connections. Make one with jobtray connect.')
  const rows = list.map(each =>
    [
      each.name,
      each.vendor,
      each.health,
      keyText(each.keyState),
      count(each.requestsLastHour),
      count(each.jobs),
      each.message ?? '',
    ].map(cell => printable(cell, 300)),
  )
  out(aligned([['CONNECTION', 'VENDOR', 'HEALTH', 'KEY', 'REQUESTS/H', 'JOBS', ''], ...rows]))
}

function keyText(state: KeyState): string {
  switch (state) {
    case 'has-key':
      return 'in keychain'
    case 'no-key':
      return 'missing'
    case 'not-needed':
      return 'not needed'
    case 'locked':
      return 'keychain locked'
    case 'unavailable':
      return 'no keychain'
    case 'session-only':
      return 'until quit'
    default:
      return assertNever(state)
  }
}
