import type { ConnectionId } from '../../shared/connection'
import type { JobRef } from '../../shared/job'
import type { Post, PostOrder, Template } from '../../shared/outbox'
import type { PostPreview } from '../../shared/post-preview'
import type { JobsApi, JobsWriting } from '../apis/jobs-api'
import { breather } from '../issues/breathe'
import type { Journal } from '../journal/journal'
import { Refusal } from '../requests/answer'
import type { Board } from '../watch/board'
import type { Clock } from '../watch/clock'
import type { Poller } from '../watch/poller'
import type { Watcher } from '../watch/watcher'
import { createActs } from './acts'
import { createBook } from './book'
import { createChecking } from './checking'
import { inTheWay } from './in-the-way'
import { longestPauseMs } from './lane'
import { laneOf, newPost, refOf, targetOf } from './new-post'
import { createNews } from './news'
import { createOutcome } from './outcome'
import { polite } from './polite'
import { complaintsAbout, previewOf } from './preview'
import { createRuns } from './runs'
import { createSeeing } from './seeing'
import { createSender } from './sender'
import { stateAfter } from './states'

export type OutboxPorts = {
  readonly journal: Journal
  readonly board: Board
  readonly apiOf: (id: ConnectionId) => JobsApi | null
  readonly watcher: Pick<Watcher, 'receive' | 'connectionFault' | 'tell'>
  /** The window is before somebody's eyes. */
  readonly inView: () => boolean
  readonly poller: Pick<Poller, 'written' | 'manners' | 'wake'>
  /** Asks the keychain anew for what it did not give. */
  readonly retryKeys: () => Promise<void>
  readonly clock: Clock
  /** 0 to 1. */
  readonly random: () => number
  readonly trouble: (where: string, error: unknown) => void
}

/** Creating jobs and reporting their progress, so that what a person sends arrives once or is known not to have. */
export function createOutbox({ journal, board, apiOf, clock, random, trouble, ...ports }: OutboxPorts) {
  const { posts } = journal
  const { manners } = ports.poller
  const politeOf = (id: ConnectionId) => {
    const api = apiOf(id)
    return api === null ? null : polite(api, id, manners)
  }
  const news = createNews({ board, clock, tell: ports.watcher.tell, inView: ports.inView })
  const book = createBook({ journal, board, clock, onTurn: news.ofPost, trouble })
  const seeing = createSeeing({ board, apiOf: politeOf, clock, trouble, ...ports })
  const checking = createChecking({ posts, book, seeing, clock, trouble })
  const outcome = createOutcome({
    book,
    journal,
    board,
    seeing,
    clock,
    onLost: checking.begin,
    onCleared(id) {
      ports.poller.wake()
      sender.again(id)
    },
    onRunTurn: news.ofRun,
    trouble,
    ...ports,
  })
  const whereTo = (id: ConnectionId): string | null => {
    const connection = board.connection(id)
    return connection === undefined ? null : targetOf(connection)
  }
  const sender = createSender({
    posts,
    book,
    clock,
    random,
    apiOf: politeOf,
    targetOf: whereTo,
    inTheWay: (id, insists) =>
      inTheWay(board.connection(id), { pausedMs: manners.pausedMs(id), now: clock.wall(), insists }),
    before: ({ post }) => seeing.before(post.ref),
    trouble,
    ...outcome,
  })

  /** Also while it is off the list, and when it came back to it. */
  const createdHere = (ref: JobRef | null): boolean =>
    ref !== null && (board.job(ref)?.origin === 'created' || posts.hasCreated(ref, whereTo(ref.connectionId) ?? ''))
  const writingOf = (id: ConnectionId): JobsWriting => {
    const api = apiOf(id)
    if (api === null) throw new Refusal('This connection is not there any more.')
    if (api.writing === null) throw new Refusal('This API takes no jobs and no reports.')
    return api.writing
  }
  const target = (id: ConnectionId): string => whereTo(id) ?? ''
  const { wake } = sender

  const runs = createRuns({
    journal,
    book,
    clock,
    writingOf,
    targetOf: target,
    createdHere,
    wake,
    breathe: breather(clock.monotonic),
  })

  const put = (order: PostOrder, act: 'keep' | 'send'): Post => {
    const known = posts.get(order.id)
    // Ordered before: a second click is no second post (reliability fault 52).
    if (known !== null && (stateAfter(known.post.state, 'order') === null || known.post.runId !== null))
      return known.post
    const writing = writingOf(order.connectionId)
    const about = { at: clock.wall(), jobCreatedHere: createdHere(refOf(order)), runId: null }
    const draft = { ...newPost(order, about), createdAt: known?.post.createdAt ?? about.at.toISOString() }
    const stored = { post: draft, lane: laneOf(order), place: posts.nextPlace(), target: target(order.connectionId) }
    const complaints = act === 'send' ? complaintsAbout(writing, order.content) : []
    if (act === 'keep' || complaints.length > 0) {
      const fault = complaints.length > 0 ? ({ kind: 'rejected', status: 0, complaints, said: null } as const) : null
      return book.add({ ...stored, post: { ...draft, fault } }, {}).post
    }
    const { post, lane } = book.change(stored, 'order', {}, { durable: true })
    wake(lane)
    return posts.get(post.id)?.post ?? post
  }

  /** A restart is no way round what a server asked for. */
  const keepPauses = () => {
    for (const { post } of posts.lanes().flatMap(lane => posts.head(lane) ?? [])) {
      const left = post.nextTryAt === null ? 0 : Date.parse(post.nextTryAt) - clock.wall().getTime()
      // A clock that was set back must not make it longer than any pause is.
      if (post.fault?.kind === 'rate-limited' && left > 0)
        manners.keepPause(post.connectionId, Math.min(left, longestPauseMs))
    }
  }

  return {
    preview({ connectionId, content }: PostOrder): PostPreview {
      const ref = refOf({ connectionId, content })
      const job = ref === null ? null : (board.job(ref)?.job ?? null)
      return previewOf(writingOf(connectionId), content, job, createdHere(ref))
    },
    put,
    settled: book.settled,
    act: createActs({ posts, book, check: checking.check, targetOf: whereTo, wake, retryKeys: ports.retryKeys }),
    runs,
    saveTemplates(templates: readonly Template[]): void {
      journal.templates.replace(templates)
      board.put({ templates: journal.templates.all() })
    },
    /** What was on its way when the app was stopped may have arrived: it is never sent anew by itself. */
    start(): void {
      try {
        journal.runs.removeHalf()
        for (const stored of posts.inState('sending')) book.change(stored, 'lost', { fault: null })
      } catch (error) {
        // A journal that may only be read: nothing will be sent either, since nothing can be written down.
        trouble('outbox', error)
      }
      for (const { post } of posts.inState('unknown')) checking.begin(post.id)
      keepPauses()
      book.show()
      board.put({ templates: journal.templates.all() })
      sender.start()
      runs.endStopped().catch(error => trouble('outbox', error))
    },
    show: book.show,
    /** A connection can be used again, or differently. */
    retry: sender.again,
    stop(): void {
      sender.stop()
      checking.stop()
    },
  }
}

export type Outbox = ReturnType<typeof createOutbox>
