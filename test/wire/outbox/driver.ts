import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHttp } from '../../../src/main/apis/http'
import { merchantopsApi } from '../../../src/main/apis/merchantops/client'
import { journalOf } from '../../../src/main/journal/journal'
import { openJournal } from '../../../src/main/journal/open'
import { createOutbox } from '../../../src/main/outbox/outbox'
import { createBoard } from '../../../src/main/watch/board'
import type { Clock } from '../../../src/main/watch/clock'
import { createManners } from '../../../src/main/watch/origin/manners'
import { createOrigin } from '../../../src/main/watch/origin/origin'
import { createWatcher } from '../../../src/main/watch/watcher'
import { bearer, type Connection } from '../../../src/shared/connection'
import { good } from '../../../src/shared/fault'
import type { PostOrder } from '../../../src/shared/outbox'
import { defaultSettings } from '../../../src/shared/settings'
import { nobodyFollows } from '../../support/nobody-follows'

/** What a run is told: a line of JSON as the only argument. */
export type Assignment = {
  /** Holds the journal and orders.json. */
  readonly folder: string
  readonly baseUrl: string
  readonly key: string
  /** The clock runs this many times faster, so that minutes of patience pass in seconds. */
  readonly haste: number
  /** Ms since 1970 at which the fast clock and the true one agreed. */
  readonly zero: number
}

const { folder, baseUrl, key, haste, zero }: Assignment = JSON.parse(process.argv[2] ?? '')

const hastyClock: Clock = {
  monotonic: () => performance.now() * haste,
  wall: () => new Date(zero + (Date.now() - zero) * haste),
  after: (ms, act) => {
    const timer = setTimeout(act, ms / haste)
    return () => clearTimeout(timer)
  },
}

const connection: Connection = {
  id: 'c1',
  name: 'Sandbox',
  vendor: 'merchantops',
  baseUrl,
  organization: null,
  keySending: bearer,
  createdAt: new Date(zero).toISOString(),
}

/** The real outbox over the real journal and the real client, with a person who follows each verdict and drops what cannot be told. */
const { db } = openJournal(join(folder, 'journal.db'), hastyClock.wall())
const journal = journalOf(db)
if (journal.connections.all().length === 0) journal.connections.save(connection, false)
const board = createBoard(hastyClock, {
  app: { version: '0', mode: 'live', platform: process.platform, hasTray: true },
  connections: [{ ...connection, keyState: 'has-key', fault: null }],
  notices: [],
  banners: [],
  settings: defaultSettings,
  jobs: journal.jobs.all(),
})
const trouble = (where: string, error: unknown) => void process.stderr.write(`${where}: ${String(error)}\n`)
const { http } = createHttp({
  version: '0',
  limits: { connectMs: 1_000, headersMs: 1_000, bodyIdleMs: 1_000, totalMs: 600 },
})
const api = merchantopsApi(connection, http, async () => good(key))
const origin = createOrigin(Math.random)
const outbox = createOutbox({
  journal,
  board,
  apiOf: () => api,
  watcher: createWatcher({
    ...nobodyFollows,
    board,
    log: journal,
    clock: hastyClock,
    announce: () => undefined,
    trouble,
  }),
  poller: {
    written: () => undefined,
    wake: () => undefined,
    manners: createManners(
      () => origin,
      hastyClock,
      () => undefined,
    ),
  },
  retryKeys: async () => undefined,
  inView: () => false,
  clock: hastyClock,
  random: Math.random,
  trouble,
})
outbox.start()

process.stdout.write('ready\n')
const orders: readonly PostOrder[] = JSON.parse(readFileSync(join(folder, 'orders.json'), 'utf8'))
for (const order of orders) {
  // Ordering again after a kill is a second click: it must be one post all the same.
  outbox.put(order, 'send')
  await new Promise(resolve => setImmediate(resolve))
}

const decide = async (): Promise<void> => {
  for (const { post } of journal.posts.inState('unknown')) {
    const { verdict, why } = post.comparison ?? { verdict: null, why: null }
    if (verdict === 'arrived') await outbox.act(post.id, 'take-as-arrived')
    else if (verdict === 'not-arrived') await outbox.act(post.id, 'send-again')
    else if (verdict === 'cannot-tell' && why !== 'too-early' && why !== 'no-look') await outbox.act(post.id, 'drop')
  }
  for (const { post } of journal.posts.inState('refused'))
    if (post.fault?.kind === 'rate-limited') await outbox.act(post.id, 'send-again')
}

for (;;) {
  await decide()
  if (journal.posts.lanes().length === 0) break
  await new Promise(resolve => setTimeout(resolve, 20))
}
outbox.stop()
journal.close()
process.exit(0)
