import type { JobsApi, Observation } from '../../../src/main/apis/jobs-api'
import { merchantopsApi } from '../../../src/main/apis/merchantops/client'
import type { Db } from '../../../src/main/journal/db'
import { journalOf } from '../../../src/main/journal/journal'
import { openJournal } from '../../../src/main/journal/open'
import { createOutbox } from '../../../src/main/outbox/outbox'
import { createBoard } from '../../../src/main/watch/board'
import { createManners } from '../../../src/main/watch/origin/manners'
import { createOrigin } from '../../../src/main/watch/origin/origin'
import { createWatcher } from '../../../src/main/watch/watcher'
import { capabilities, type KeyState } from '../../../src/shared/connection'
import { bad, type Fault, good, type Result } from '../../../src/shared/fault'
import type { JobRef } from '../../../src/shared/job'
import type { PostContent, PostOrder } from '../../../src/shared/outbox'
import type { ProgressInput } from '../../../src/shared/progress'
import { defaultSettings } from '../../../src/shared/settings'
import { aConnection, anObservation, aWatchedJob, someFacts } from '../../support/builders'
import { fakeClock } from '../../support/fake-clock'
import { nobodyFollows } from '../../support/nobody-follows'

export const ref: JobRef = { connectionId: 'c1', jobId: 'enrichment-5f2c81d0' }

let made = 0
const aUuid = () => {
  made += 1
  return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`
}

export const anOrder = (content: PostContent, own: Partial<PostOrder> = {}): PostOrder => ({
  id: aUuid(),
  connectionId: 'c1',
  content,
  form: null,
  ...own,
})

export const aReport = (input: ProgressInput, own: Partial<PostOrder> = {}): PostOrder =>
  anOrder({ kind: 'progress', jobId: ref.jobId, input }, own)

export const aCreation = (own: Partial<PostOrder> = {}): PostOrder =>
  anOrder({ kind: 'create', input: { jobType: 'crawl', totalItems: 3 } }, own)

export const aDetail = (facts: Partial<Observation['facts']> = {}, own: Partial<Observation> = {}): Observation =>
  anObservation(someFacts({ errorsListed: 0, warningsListed: 0, stage: null, lastMessage: null, ...facts }), {
    detail: { errors: [], warnings: [], metadata: {} },
    ...own,
  })

export const aReply = (facts: Partial<Observation['facts']> = {}): Observation => aDetail(facts, { source: 'reply' })

export const timedOut: Fault = { kind: 'unreachable', cause: 'timeout', reason: 'no answer', mayHaveArrived: true }
export const cut: Fault = { kind: 'unreachable', cause: 'cut', reason: '', mayHaveArrived: true }
export const notConnected: Fault = {
  kind: 'unreachable',
  cause: 'connect',
  reason: 'ECONNREFUSED',
  mayHaveArrived: false,
}

type Answers = {
  posts?: Result<Observation>[]
  looks?: Result<Observation>[]
  creations?: Result<{ jobId: string; observation: Observation }>[]
}

/** An outbox over a real journal, with a server that answers from lists. The same database again: a restart. */
export function anOutbox({
  db = openJournal(':memory:', new Date()).db,
  watched = true,
  inView = false,
  keyState = 'has-key' as KeyState,
  answers = {} as Answers,
  before = (_clock: ReturnType<typeof fakeClock>): void => undefined,
  /** What the keychain, asked anew, brings about. */
  onRetryKeys = async (): Promise<void> => undefined,
} = {}) {
  const clock = fakeClock()
  before(clock)
  const journal = journalOf(db)
  const connection = aConnection()
  if (journal.connections.all().length === 0) journal.connections.save(connection, true)
  const troubles: unknown[] = []
  const asked: string[] = []
  /** What the server does before it answers a post; it may never do so. */
  const gates: (() => Promise<void>)[] = []
  /** The same before it answers a look, of which it has seen by then what it says. */
  const lookGates: (() => Promise<void>)[] = []
  const board = createBoard(clock, {
    app: { version: '0', mode: 'live', platform: 'linux', hasTray: true },
    connections: [{ ...connection, keyState }],
    notices: [],
    banners: [],
    settings: defaultSettings,
    jobs: watched ? [aWatchedJob({ ref })] : [],
  })
  const next = <T>(list: Result<T>[] | undefined, otherwise: T): Result<T> => list?.shift() ?? good(otherwise)
  const real = merchantopsApi(
    connection,
    async () => bad(notConnected),
    async () => good('k'),
  ).writing
  if (real === null) throw new Error('MerchantOps can write')
  const api = {
    capabilities: capabilities.merchantops,
    readStatus: async () => bad({ kind: 'not-found', said: null } as const),
    readDetail: async () => {
      asked.push('look')
      const answer = next(answers.looks, aDetail())
      await lookGates.shift()?.()
      return answer
    },
    writing: {
      create: async input => {
        asked.push(`create ${input.jobType}`)
        await gates.shift()?.()
        return next(answers.creations, {
          jobId: 'crawl-1',
          observation: aReply({ status: 'pending', phase: 'queued' }),
        })
      },
      postProgress: async (_jobId, input) => {
        asked.push(`post ${JSON.stringify(input)}`)
        await gates.shift()?.()
        return next(answers.posts, aReply())
      },
      askToPost: real.askToPost,
      preview: real.preview,
    },
  } satisfies JobsApi
  const written: JobRef[] = []
  const watcher = createWatcher({
    ...nobodyFollows,
    board,
    log: journal,
    clock,
    announce: () => undefined,
    trouble: (_where, error) => troubles.push(error),
  })
  const origin = createOrigin(() => 0)
  const manners = createManners(
    () => origin,
    clock,
    () => undefined,
  )
  const outbox = createOutbox({
    journal,
    board,
    apiOf: id => (board.connection(id) === undefined ? null : api),
    watcher,
    poller: { written: job => void written.push(job), wake: () => undefined, manners },
    inView: () => inView,
    async retryKeys() {
      asked.push('retry keys')
      await onRetryKeys()
    },
    clock,
    random: () => 0.5,
    trouble: (_where, error) => troubles.push(error),
  })
  outbox.start()
  return {
    outbox,
    board,
    clock,
    journal,
    db: db as Db,
    asked,
    gates,
    lookGates,
    troubles,
    written,
    manners,
    posts: () => board.parts().posts,
    /** The stored state of a post, which is what a restart finds. */
    stored: (id: string) => journal.posts.get(id)?.post,
  }
}
