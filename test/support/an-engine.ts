import type { HttpRequest } from '../../src/main/apis/jobs-api'
import { firstView } from '../../src/main/connections/first-view'
import { createEngine } from '../../src/main/engine'
import type { EnginePorts } from '../../src/main/engine-ports'
import type { ConnectionChoices } from '../../src/main/journal/connections'
import type { Db } from '../../src/main/journal/db'
import { journalOf } from '../../src/main/journal/journal'
import type { Memory } from '../../src/main/remember'
import { answer } from '../../src/main/requests/answer'
import { createBoard } from '../../src/main/watch/board'
import type { Connection } from '../../src/shared/connection'
import { bad, type Fault, good } from '../../src/shared/fault'
import { defaultSettings, type Settings } from '../../src/shared/settings'
import type { NoticeView, WatchedJob } from '../../src/shared/snapshot'
import { someParts } from './board-parts'
import { aConnection } from './builders'
import { fakeClock } from './fake-clock'
import { journalInMemory } from './journal-in-memory'
import { keychainTwin } from './keychain-twin'

/** What a server says to one request: the body of a 200, or a fault. */
export type Reply = { readonly json: unknown } | Fault

export const notFound: Fault = { kind: 'not-found', said: null }

/** As much of a MerchantOps job as every answer must have. */
export const wireJob = (jobId: string, own: object = {}) => ({
  job_id: jobId,
  job_type: 'enrichment',
  status: 'in_progress',
  total_items: 100,
  processed_items: 40,
  failed_items: 0,
  progress_percentage: 40,
  success_rate: 100,
  ...own,
})

export const wireIssue = {
  entity_key: 'SKU-1042',
  entity_type: 'product',
  error_type: 'image_missing',
  message: 'The main image answers 404.',
  timestamp: '2026-03-02T12:00:00Z',
}

type Parts = {
  readonly jobs?: readonly WatchedJob[]
  readonly connections?: readonly (Connection & ConnectionChoices)[]
  readonly reply?: (request: HttpRequest) => Reply | Promise<Reply>
  readonly network?: EnginePorts['network']
  readonly settings?: Partial<Settings>
  /** What an earlier run left behind; absent: nothing. */
  readonly db?: Db
  readonly startWall?: string
  /** A sentence when the preferences cannot be written. */
  readonly saveSettings?: (settings: Settings) => string | null
}

const unreachable = async () => ({ ok: false, reason: 'ECONNREFUSED' }) as const

/** Nothing is there, whoever asks. */
const noNetwork: EnginePorts['network'] = {
  trust: async () => null,
  proxyFor: async () => null,
  probes: {
    lookUp: unreachable,
    open: unreachable,
    tunnel: unreachable,
    greet: async () => ({ ok: false, reason: 'ECONNREFUSED', certificate: null }),
  },
}

/** Everything but the screen and the network, by a clock that is moved by hand. */
export async function anEngine({
  jobs = [],
  connections = [aConnection()],
  reply = () => notFound,
  network = noNetwork,
  settings = {},
  db = journalInMemory(),
  startWall,
  saveSettings = () => null,
}: Parts = {}) {
  const clock = fakeClock(startWall)
  const journal = journalOf(db)
  const keychain = keychainTwin()
  for (const connection of connections) {
    journal.connections.save(connection, true)
    if (connection.unproved === true) journal.connections.choose(connection.id, connection)
    keychain.held.set(connection.id, `key-of-${connection.id}`)
  }
  for (const watched of jobs) journal.jobs.put(watched)
  const stored = journal.connections.all()
  const board = createBoard(clock, {
    ...someParts({ connections: stored.map(firstView), settings: { ...defaultSettings, ...settings } }),
    jobs,
  })
  const memory: Memory = { board, journal, stored, saveSettings, close: () => journal.close() }
  const announced: NoticeView[] = []
  const troubles: (readonly [string, unknown])[] = []
  const acts: string[] = []
  const requests: HttpRequest[] = []
  let made = connections.length
  const engine = createEngine({
    memory,
    keychain,
    network,
    clock,
    random: () => 0.5,
    isOnline: () => true,
    async http(request) {
      requests.push(request)
      const said = await reply(request)
      return 'kind' in said ? bad(said) : good({ status: 200, json: said.json, bytes: 300, serverTime: null })
    },
    newId() {
      made += 1
      return `c${made}`
    },
    teller: {
      announce: notices => void announced.push(...notices),
      withdraw: () => undefined,
      resume: () => undefined,
      reconsider: () => undefined,
      stop: () => undefined,
    },
    trouble: (where, error) => troubles.push([where, error]),
    applyTheme: theme => acts.push(`theme ${theme}`),
    launchAtLogin: on => acts.push(`login ${on}`),
    switchMode: mode => acts.push(`mode ${mode}`),
    quit: () => acts.push('quit'),
  })
  await engine.start()
  return {
    ...engine,
    ask: (name: string, ...args: readonly unknown[]) =>
      answer(engine.handlers, name, args, (where, error) => troubles.push([where, error])),
    board,
    journal,
    db,
    clock,
    keychain,
    announced,
    troubles,
    acts,
    requests,
  }
}
