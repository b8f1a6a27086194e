import { join } from 'node:path'
import { createEngine } from '../../src/main/engine'
import { journalOf } from '../../src/main/journal/journal'
import { openJournal } from '../../src/main/journal/open'
import { openNetwork } from '../../src/main/network'
import { createBoard } from '../../src/main/watch/board'
import type { Clock } from '../../src/main/watch/clock'
import { bearer } from '../../src/shared/connection'
import { defaultSettings } from '../../src/shared/settings'
import { keychainTwin } from '../support/keychain-twin'
import { overdue, tally } from './overdue'
import type { Sample, SoakAssignment } from './sample'
import { trafficOf } from './traffic'

const { folder, servers, haste, sampleMs }: SoakAssignment = JSON.parse(process.argv[2] ?? '')

const zero = Date.now()
const clock: Clock = {
  monotonic: () => performance.now() * haste,
  wall: () => new Date(zero + (Date.now() - zero) * haste),
  after(ms, act) {
    const timer = setTimeout(act, ms / haste)
    return () => clearTimeout(timer)
  },
}

let unhandled = 0
const complaints = new Map<string, number>()
const complain = (where: string, error: unknown): void => {
  const text = `${where}: ${error instanceof Error ? error.message : String(error)}`
  if (complaints.size < 20 || complaints.has(text)) complaints.set(text, (complaints.get(text) ?? 0) + 1)
}
for (const name of ['unhandledRejection', 'uncaughtException'] as const) {
  process.on(name, (error: unknown) => {
    unhandled += 1
    complain(name, error)
  })
}

/** Everything of the main process but the screen and the keychain; its clock runs `haste` times faster. */
const journal = journalOf(openJournal(join(folder, 'journal.db'), clock.wall()).db)
const board = createBoard(clock, {
  app: { version: '0', mode: 'live', platform: process.platform, hasTray: true },
  connections: [],
  notices: [],
  banners: [],
  settings: defaultSettings,
  jobs: [],
})
const network = openNetwork({ version: '0', proxyFor: async () => null })
const traffic = trafficOf(clock)
let connections = 0
const engine = createEngine({
  memory: { board, journal, stored: [], saveSettings: () => null, close: () => journal.close() },
  keychain: keychainTwin(),
  http: traffic.timed(network.http),
  network,
  clock,
  random: Math.random,
  isOnline: () => true,
  newId: () => `c${++connections}`,
  teller: {
    announce(notices) {
      journal.notices.told(
        notices.map(({ id }) => id),
        'shown',
        clock.wall(),
      )
    },
    withdraw: () => undefined,
    resume: () => undefined,
    reconsider: () => undefined,
    stop: () => undefined,
  },
  trouble: complain,
  applyTheme: () => undefined,
  launchAtLogin: () => undefined,
  switchMode: () => undefined,
  quit: () => undefined,
})
await engine.start()
const formOf = ({ name, vendor, baseUrl, key }: SoakAssignment['servers'][number]) =>
  ({ name, vendor, baseUrl, organization: '', keySending: bearer, key }) as const
for (const server of servers) {
  const { jobIds } = server
  const form = formOf(server)
  const answer = await engine.handlers['connections:save'](null, form, false)
  if (!answer.ok) throw new Error(answer.message)
  await engine.handlers['jobs:watch'](answer.connection.id, jobIds.join('\n'))
}

/** A pause that has just ended, with its whole list still waiting for its turn, is in no sample. */
const heldAt = new Map<string, number>()
const held = new Set<string>()
board.subscribe(({ connections = [] }) => {
  for (const { id, waitsUntil, fault } of connections) {
    const isHeld = waitsUntil !== undefined || fault !== null
    if (isHeld || held.has(id)) heldAt.set(id, clock.wall().getTime())
    if (isHeld) held.add(id)
    else held.delete(id)
  }
})

/** A person who adds again what has ended or vanished, as people do: else the list would fall silent before the night is over. */
async function addAgain(): Promise<void> {
  for (const { id } of board.parts().connections) {
    const over = [...board.jobs()].filter(
      ({ ref, job, gone }) => ref.connectionId === id && (gone || job?.phase === 'ended'),
    )
    const refs = over.map(({ ref }) => ref)
    await engine.handlers['jobs:forget'](refs)
    await engine.handlers['jobs:watch'](id, refs.map(({ jobId }) => jobId).join('\n'))
  }
}

let keysEntered = 0
/** A person who sees that a key was refused and enters it again; a server that is still in trouble refuses that too. */
async function enterKeys(): Promise<void> {
  for (const { id, name, fault } of board.parts().connections) {
    const server = servers.find(each => each.name === name)
    if (server === undefined || fault?.fault.kind !== 'unauthorized') continue
    const answer = await engine.handlers['connections:save'](id, formOf(server), false)
    if (answer.ok) keysEntered += 1
  }
}

const collect = globalThis.gc
if (collect === undefined) throw new Error('to be run with --expose-gc')
const begun = clock.monotonic()
/** A process that shares two processors with others cannot hand on a place in no time at all. */
const crowdedShare = 0.7
setInterval(() => {
  collect()
  const { heapUsed, rss } = process.memoryUsage()
  const now = clock.wall().getTime()
  const crowded = new Set(
    board
      .parts()
      .connections.filter(({ baseUrl }) => traffic.takenShare(new URL(baseUrl).origin) > crowdedShare)
      .map(({ id }) => id),
  )
  const found = overdue(
    [...board.jobs()],
    board.parts().connections,
    now,
    heldAt,
    crowded,
    jobId => now - traffic.unaskedMs(jobId),
  )
  const sample: Sample = {
    hours: (clock.monotonic() - begun) / 3_600_000,
    heap: heapUsed,
    rss,
    unhandled,
    notices: journal.notices.newest(1)[0]?.id ?? 0,
    keysEntered,
    ...found,
    pace: traffic.said(),
    ...tally([...board.jobs()]),
    complaints: [...complaints].map(([text, times]) => `${times} x ${text}`),
  }
  process.stdout.write(`${JSON.stringify(sample)}\n`)
  void addAgain()
}, sampleMs)
/** Two minutes of the fast clock after the refusal, or sooner. */
setInterval(() => void enterKeys(), 2_000)
process.on('SIGTERM', () => {
  engine.stop()
  journal.close()
  process.exit(0)
})
process.stdout.write('"ready"\n')
