import type { Bridge } from '../../src/preload/index'
import type { DoctorReport } from '../../src/shared/doctor'
import type { ConnectionAnswer, ConnectionForm } from '../../src/shared/ipc'
import { type JobDetail, type JobIssue, type JobRef, refKey } from '../../src/shared/job'
import { checkJobId, readJobIds } from '../../src/shared/job-id'
import type { Delta, Place, Snapshot, WatchedJob } from '../../src/shared/snapshot'
import { noTimeline } from '../../src/shared/timeline'
import { aWatchedJob } from '../support/builders'
import { someDiagnostics } from '../support/some-diagnostics'
import { overviewOf, pageOf } from './support/some-issues'

export type FakeMain = {
  readonly bridge: Bridge
  /** Tells a change as main would, with the next version. */
  readonly tell: (change: Omit<Delta, 'version'>) => void
  readonly navigate: (place: Place) => void
  readonly asked: readonly string[]
}

type Own = {
  readonly detail?: (ref: JobRef) => JobDetail | null
  /** All errors of a job, newest first. */
  readonly errors?: (ref: JobRef) => readonly JobIssue[]
  readonly report?: DoctorReport
  readonly save?: (form: ConnectionForm, insist: boolean) => ConnectionAnswer
}

const notHere = (): Promise<never> => Promise.reject(new Error('This main process only plays.'))

/** A main process of the mind: keeps a snapshot, answers as main does, and tells each change as a versioned delta. */
export function fakeMain(first: Snapshot, own: Own = {}): FakeMain {
  let state = first
  const asked: string[] = []
  const listeners = new Set<(text: string) => void>()
  const places = new Set<(place: Place) => void>()
  const forgotten = new Map<string, WatchedJob>()

  const tell = (change: Omit<Delta, 'version'>): void => {
    const delta: Delta = { ...change, version: state.version + 1 }
    const gone = new Set((change.forgotten ?? []).map(refKey))
    const jobs = new Map(state.jobs.filter(job => !gone.has(refKey(job.ref))).map(job => [refKey(job.ref), job]))
    for (const job of change.jobs ?? []) jobs.set(refKey(job.ref), job)
    const { forgotten: _gone, jobs: _jobs, ...rest } = change
    state = { ...state, ...rest, version: delta.version, jobs: [...jobs.values()] }
    for (const listener of listeners) listener(JSON.stringify(delta))
  }

  const forget = async (refs: JobRef[]): Promise<void> => {
    for (const job of state.jobs)
      if (refs.some(ref => refKey(ref) === refKey(job.ref))) forgotten.set(refKey(job.ref), job)
    tell({ forgotten: refs })
  }

  const bridge = {
    readState: async () => JSON.stringify(state),
    saveConnection: async (_id, form, insist) => {
      asked.push(`save ${form.name}`)
      return own.save?.(form, insist) ?? { ok: false, field: 'key', message: 'The key was refused.', canInsist: false }
    },
    forgetKey: async id => {
      tell({
        connections: state.connections.map(known => (known.id === id ? { ...known, keyState: 'no-key' } : known)),
      })
      return null
    },
    removeConnection: async id => {
      tell({
        connections: state.connections.filter(known => known.id !== id),
        forgotten: state.jobs.filter(job => job.ref.connectionId === id).map(job => job.ref),
      })
      return null
    },
    watchJobs: async (id, pasted) => {
      const vendor = state.connections.find(known => known.id === id)?.vendor ?? 'merchantops'
      const verdicts = readJobIds(pasted).ids.map(text => ({ text, verdict: checkJobId(vendor, text) }))
      const refs = verdicts.flatMap(({ verdict }) =>
        verdict.ok ? [{ connectionId: id, jobId: verdict.jobId } satisfies JobRef] : [],
      )
      const known = new Set(state.jobs.map(job => refKey(job.ref)))
      const added = refs.filter(ref => !known.has(refKey(ref)))
      tell({ jobs: added.map(ref => aWatchedJob({ ref, vendor, job: null, seenAt: null, triedAt: null })) })
      return {
        added,
        already: refs.filter(ref => known.has(refKey(ref))),
        refused: verdicts.flatMap(({ text, verdict }) => (verdict.ok ? [] : [{ text, why: verdict.why }])),
      }
    },
    forgetJobs: forget,
    restoreJobs: async refs => tell({ jobs: refs.flatMap(ref => forgotten.get(refKey(ref)) ?? []) }),
    lookNow: async refs => void asked.push(`look ${refs.map(refKey).join(' ')}`),
    markJobs: async (refs, marks) => {
      const keys = new Set(refs.map(refKey))
      tell({
        jobs: state.jobs.flatMap(job =>
          keys.has(refKey(job.ref)) ? [{ ...job, ...JSON.parse(JSON.stringify(marks)) }] : [],
        ),
      })
    },
    readDetail: async ref => own.detail?.(ref) ?? null,
    readErrors: async (ref, offset, limit) => {
      const entries = own.errors?.(ref) ?? []
      return { total: entries.length, entries: entries.slice(offset, offset + limit) }
    },
    readWarnings: async () => ({ total: 0, entries: [] }),
    readReferenceKeys: async () => ({ total: 0, entries: [] }),
    readTimeline: async () => noTimeline,
    readDiagnostics: async () => someDiagnostics(),
    diagnose: async () => own.report ?? notHere(),
    mayPost: async id => void asked.push(`may post ${id}`),
    readIssues: async (ref, _list, filter) => overviewOf(own.errors?.(ref) ?? [], filter),
    readIssuePage: async (ref, _list, filter, offset, limit) => pageOf(own.errors?.(ref) ?? [], filter, offset, limit),
    issuesLooked: async () => undefined,
    exportIssues: async () => null,
    exportErrorsOf: async () => null,
    stopExport: async () => undefined,
    findItem: async () => ({ places: [], total: 0, atLeast: false, unread: 0, missing: [] }),
    exportItems: async () => null,
    previewPost: notHere,
    putPost: notHere,
    actOnPost: notHere,
    changeRun: notHere,
    readUnsent: notHere,
    saveTemplates: notHere,
    changeConnection: async (id, change) => {
      const before = state.connections.find(known => known.id === id)
      if (before === undefined) return notHere()
      const after = { ...before, ...JSON.parse(JSON.stringify(change)) }
      tell({ connections: state.connections.map(known => (known.id === id ? after : known)) })
      return after
    },
    keepView: async () => undefined,
    readKeptView: async () => null,
    lookingAt: async ref => void asked.push(`looking at ${ref === null ? 'no job' : refKey(ref)}`),
    markNoticesSeen: async ids => {
      const unseen = state.notices.filter(({ id, seen }) => !seen && (ids === 'all' || ids.includes(id)))
      tell({ notices: state.notices.map(notice => (unseen.includes(notice) ? { ...notice, seen: true } : notice)) })
      return unseen.map(({ id }) => id)
    },
    markNoticesUnseen: async ids =>
      tell({ notices: state.notices.map(notice => (ids.includes(notice.id) ? { ...notice, seen: false } : notice)) }),
    changeSettings: async patch => {
      const settings = { ...state.settings, ...JSON.parse(JSON.stringify(patch)) }
      tell({ settings })
      return settings
    },
    retryKeychain: async () => void asked.push('retry keychain'),
    readProxies: async () => [],
    switchMode: async mode => void asked.push(`mode ${mode}`),
    quit: async () => void asked.push('quit'),
    onStateChanged: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onExportMoved: () => () => undefined,
    onNavigate: listener => {
      places.add(listener)
      return () => void places.delete(listener)
    },
  } satisfies Bridge

  return { bridge, tell, navigate: place => places.forEach(listener => void listener(place)), asked }
}
