import type { findLists } from '../../shared/issues'
import type { JobRef } from '../../shared/job'
import type { PostId } from '../../shared/outbox'
import type { Place } from '../../shared/snapshot'

export const deskModes = ['report', 'worker', 'many'] as const
/** The three ways to act as a job's worker: one report, key by key, a file of errors. */
export type DeskMode = (typeof deskModes)[number]

/** What of a job is opened at once: a list, searched for an item. */
export type Shown = { readonly list: (typeof findLists)[number]; readonly key: string }

/** Every page of the window: the places main knows, and those only the window itself goes to. */
export type View =
  | Exclude<Place, { readonly view: 'report' | 'job' | 'watch' }>
  | { readonly view: 'job'; readonly ref: JobRef; readonly shown?: Shown }
  /** `key`: what is looked for at first. */
  | { readonly view: 'find'; readonly key: string }
  | { readonly view: 'connections' | 'settings' | 'diagnostics' }
  /** `postId`: an entry of the outbox to go on with; null: the newest draft, or a new one. */
  | { readonly view: 'create'; readonly postId: PostId | null }
  | { readonly view: 'desk'; readonly mode: DeskMode; readonly ref: JobRef; readonly postId: PostId | null }

/** Where main sends the window. */
export function viewOfPlace(place: Place): View {
  if (place.view === 'watch') return { view: 'jobs' }
  return place.view === 'report' ? { view: 'desk', mode: 'report', ref: place.ref, postId: null } : place
}

const decoded = (part: string): string | null => {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

function jobRef(parts: readonly string[]): JobRef | null {
  const connectionId = decoded(parts[0] ?? '')
  const jobId = decoded(parts[1] ?? '')
  return parts.length === 2 && connectionId && jobId ? { connectionId, jobId } : null
}

/** `report/<connection>/<id>`, and the post's id after it where there is one. */
function deskOf(parts: readonly string[]): View | null {
  const mode = deskModes.find(known => known === parts[0])
  const ref = jobRef(parts.slice(1, 3))
  return mode === undefined || ref === null ? null : { view: 'desk', mode, ref, postId: parts[3] ?? null }
}

const partsOf = ({ connectionId, jobId }: JobRef): string =>
  `${encodeURIComponent(connectionId)}/${encodeURIComponent(jobId)}`

/** Reads `#/job/<connection>/<id>` and the like; whatever it does not understand is the list of jobs. */
export function viewOfHash(hash: string): View {
  const parts = hash.replace(/^#\/?/, '').split('/')
  switch (parts[0]) {
    case 'job': {
      const ref = jobRef(parts.slice(1))
      return ref === null ? { view: 'jobs' } : { view: 'job', ref }
    }
    case 'report':
    case 'worker':
    case 'many':
      return deskOf(parts) ?? { view: 'jobs' }
    case 'create':
      return { view: 'create', postId: parts[1] ?? null }
    case 'find':
      return { view: 'find', key: decoded(parts[1] ?? '') ?? '' }
    case 'outbox':
    case 'connect':
    case 'inbox':
    case 'connections':
    case 'settings':
    case 'diagnostics':
      return { view: parts[0] }
    default:
      return { view: 'jobs' }
  }
}

export function hashOf(view: View): string {
  switch (view.view) {
    case 'jobs':
      return '#/'
    case 'job':
      return `#/job/${partsOf(view.ref)}`
    case 'desk':
      return `#/${view.mode}/${partsOf(view.ref)}${view.postId === null ? '' : `/${view.postId}`}`
    case 'find':
      return view.key === '' ? '#/find' : `#/find/${encodeURIComponent(view.key)}`
    case 'create':
      return view.postId === null ? '#/create' : `#/create/${view.postId}`
    default:
      return `#/${view.view}`
  }
}
