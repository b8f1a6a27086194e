import type { Answer, RequestHandlers, RequestName } from '../shared/ipc'
import type { Settings } from '../shared/settings'
import { createAtLogin } from './at-login'
import { createDesk } from './connections/desk'
import { calledIn } from './connections/doctor/called-in'
import { createKeys } from './connections/keys'
import { createPostRight } from './connections/post-right'
import { createTraffic } from './connections/traffic'
import { createDiagnostics } from './diagnostics/diagnostics'
import type { EnginePorts } from './engine-ports'
import { createIssues } from './issues/issues'
import { createOutbox } from './outbox/outbox'
import { answer } from './requests/answer'
import { appRequests, caFileBanner } from './requests/app'
import { connectionRequests } from './requests/connections'
import { jobRequests } from './requests/jobs'
import { networkRequests } from './requests/network'
import { postRequests } from './requests/posts'
import { windowRequests } from './requests/window'
import { createRetention } from './retention/retention'
import { createFollower } from './watch/follower'
import { createHolds } from './watch/holds'
import { createWatcher } from './watch/watcher'
import { createWatching } from './watching'

/** Everything that works without a screen: watching, deciding, remembering, answering. */
export function createEngine({
  memory,
  keychain,
  http,
  network,
  clock,
  random,
  isOnline,
  newId,
  stallsAfterMs,
  stalledLookMs,
  teller,
  trouble,
  saving,
  ...acts
}: EnginePorts) {
  const { board, journal } = memory
  const follower = createFollower({
    board,
    clock,
    isUnwanted: journal.unfollowed.has,
    take(list) {
      journal.together(() => journal.jobs.begin(list))
      board.putJobs(list)
      poller.plan(list)
    },
  })
  const holds = createHolds({ board, clock, log: journal, announce: teller.announce, trouble })
  const issues = createIssues({ board, journal, clock, trouble, saving })
  const diagnostics = createDiagnostics({ board, journal, clock, trouble, sparedBy: () => watching.sparedBy() })
  const watcher = diagnostics.counting(
    createWatcher({
      board,
      log: issues.filed(journal),
      clock,
      announce: teller.announce,
      withdraw: teller.withdraw,
      trouble,
      ...(stallsAfterMs !== undefined && { stallsAfterMs }),
      follower,
      holds,
      lookAt: list => poller.plan(list),
    }),
  )
  const keys = createKeys(keychain)
  const traffic = createTraffic(clock, (id, requestsLastHour) => {
    const connection = board.connection(id)
    if (connection !== undefined) board.putConnection({ ...connection, requestsLastHour })
    return connection !== undefined
  })
  const desk = createDesk({
    board,
    table: journal.connections,
    keys,
    http,
    clock,
    newId,
    onRequest: traffic.count,
    onUnproved: (id, fault) => poller.manners.heed(id, fault),
    onReady(id) {
      poller.plan([...board.jobs()].filter(watched => watched.ref.connectionId === id))
      outbox.retry(id)
    },
  })
  const watching = createWatching({
    board,
    watcher,
    reader: desk.reader,
    proved: desk.proved,
    clock,
    random,
    isOnline,
    pauses: journal.pauses,
    trouble,
    stalledLookMs,
  })
  const { poller } = watching

  const outbox = createOutbox({
    journal,
    board,
    apiOf: desk.reader,
    retryKeys: desk.retryKeys,
    inView: watching.inView,
    watcher,
    poller,
    clock,
    random,
    trouble,
  })

  const retention = createRetention({ board, journal, clock, trouble, poller, outbox })
  const doctor = calledIn({
    ...network,
    http,
    onRequest: traffic.count,
    clock,
    manners: poller.manners,
    keyOf: connection => () => keys.key(connection.id),
  })
  const mayPost = createPostRight({ board, clock, apiOf: desk.reader, manners: poller.manners })
  /** The file was good when it was chosen; it may have gone since. */
  const trustAtStart = async ({ caFile }: Settings) => {
    const refusal = caFile === null ? null : await network.trust(caFile)
    if (refusal !== null) board.raise({ id: caFileBanner, tone: 'warning', text: refusal, act: null })
  }

  const applyAtLogin = createAtLogin({ board, trouble, launchAtLogin: acts.launchAtLogin })
  const applySettings = (settings: Settings) => {
    acts.applyTheme(settings.theme)
    applyAtLogin(settings.launchAtLogin)
    follower.apply(settings)
    watching.apply()
    teller.reconsider()
  }
  const handlers: RequestHandlers = {
    ...appRequests({
      board,
      notices: journal.notices,
      keepSettings: memory.saveSettings,
      applySettings,
      countRequests: traffic.tellNow,
      ...network,
      ...acts,
    }),
    ...windowRequests(watching),
    ...networkRequests({ board, ...network }),
    ...connectionRequests({ desk, board, journal, poller, doctor, mayPost, outbox, clock, flush: watcher.flush }),
    ...jobRequests({ board, journal, poller, clock, flush: watcher.flush }),
    ...issues.handlers(watcher.flush),
    ...postRequests(outbox),
    'diagnostics:read': diagnostics.read,
  }

  let stopHolding: () => void = () => undefined
  let stopped = false
  return {
    handlers,
    watching,
    reply: (name: RequestName, args: unknown): Promise<Answer<unknown>> => answer(handlers, name, args, trouble),
    /** Tells what an earlier run still owes, and begins to look. */
    async start(): Promise<void> {
      await trustAtStart(board.settings())
      await desk.open(memory.stored)
      // Asked to quit meanwhile: what is closed must not be begun.
      if (stopped) return
      watching.takeUpPauses()
      teller.resume()
      poller.plan([...board.jobs()])
      applySettings(board.settings())
      outbox.start()
      issues.start()
      retention.start()
      stopHolding = holds.start()
    },
    /** At once, for the process ends next: some 25 µs a job that moved since it was last written, of which 10,000 take 0.3 s. */
    stop(): void {
      stopped = true
      stopHolding()
      watching.stop()
      traffic.stop()
      outbox.stop()
      retention.stop()
      watcher.flush()
      teller.stop()
      diagnostics.flush()
      issues.stop()
    },
  }
}

export type Engine = ReturnType<typeof createEngine>
