import { contextBridge, ipcRenderer } from 'electron'
import type { Answer, Pushes, PushName, RequestName, Requests } from '../shared/ipc'
import type { Delta } from '../shared/snapshot'

/** Rejects with main's own sentence. */
const ask =
  <Name extends RequestName>(name: Name) =>
  async (...args: Parameters<Requests[Name]>): Promise<ReturnType<Requests[Name]>> => {
    const answer: Answer<ReturnType<Requests[Name]>> = await ipcRenderer.invoke(name, ...args)
    if (!answer.ok) throw new Error(answer.message)
    return answer.value
  }

/** Hands the data alone to the listener, never the event; gives back the way to stop. */
const listen =
  <Name extends PushName>(name: Name) =>
  (listener: (value: Pushes[Name]) => void): (() => void) => {
    const receive = (_event: unknown, value: Pushes[Name]) => listener(value)
    ipcRenderer.on(name, receive)
    return () => void ipcRenderer.removeListener(name, receive)
  }

/**
 * What tells of many jobs goes over the bridge as one text: of an object the bridge copies each property by itself,
 * which for a thousand jobs takes longer than to draw them.
 */
const readState = ask('state:text')
const onStateChanged = listen('state:changed')

/** Asked for while the page's own files are still being read; the first to read it finds it there. */
let early: Promise<string> | null = readState()
early.catch(() => undefined)
/** What is told before the page listens is newer than that. */
const missed: Delta[] = []
const mostMissed = 100
const stopKeeping = onStateChanged(delta => {
  if (missed.push(delta) <= mostMissed) return
  // A page that is so late, or never comes, reads anew.
  missed.length = 0
  early = null
})

const bridge = Object.freeze({
  /** JSON of a `Snapshot`. */
  readState: (): Promise<string> => {
    const read = early ?? readState()
    early = null
    return read
  },
  saveConnection: ask('connections:save'),
  forgetKey: ask('connections:forget-key'),
  changeConnection: ask('connections:change'),
  removeConnection: ask('connections:remove'),
  diagnose: ask('connections:doctor'),
  mayPost: ask('connections:may-post'),
  watchJobs: ask('jobs:watch'),
  forgetJobs: ask('jobs:forget'),
  restoreJobs: ask('jobs:restore'),
  lookNow: ask('jobs:look-now'),
  markJobs: ask('jobs:mark'),
  readDetail: ask('jobs:read-detail'),
  readErrors: ask('jobs:read-errors'),
  readWarnings: ask('jobs:read-warnings'),
  readReferenceKeys: ask('jobs:read-reference-keys'),
  readTimeline: ask('jobs:read-timeline'),
  readIssues: ask('issues:overview'),
  readIssuePage: ask('issues:page'),
  issuesLooked: ask('issues:looked'),
  exportIssues: ask('issues:export'),
  exportErrorsOf: ask('issues:export-several'),
  stopExport: ask('issues:stop-export'),
  findItem: ask('items:find'),
  exportItems: ask('items:export'),
  previewPost: ask('posts:preview'),
  putPost: ask('posts:put'),
  actOnPost: ask('posts:act'),
  changeRun: ask('runs:change'),
  readUnsent: ask('runs:unsent'),
  saveTemplates: ask('templates:save'),
  lookingAt: ask('window:shows-job'),
  keepView: ask('window:keep'),
  readKeptView: ask('window:kept'),
  readDiagnostics: ask('diagnostics:read'),
  markNoticesSeen: ask('notices:mark-seen'),
  markNoticesUnseen: ask('notices:mark-unseen'),
  changeSettings: ask('settings:change'),
  retryKeychain: ask('keychain:retry'),
  readProxies: ask('network:proxies'),
  switchMode: ask('app:switch-mode'),
  quit: ask('app:quit'),
  /** JSON of a `Delta`. */
  onStateChanged: (listener: (text: string) => void): (() => void) => {
    const tell = (delta: Delta) => listener(JSON.stringify(delta))
    stopKeeping()
    missed.splice(0).forEach(tell)
    return onStateChanged(tell)
  },
  onNavigate: listen('navigate'),
  onExportMoved: listen('export:moved'),
})

export type Bridge = typeof bridge

contextBridge.exposeInMainWorld('jobtray', bridge)
