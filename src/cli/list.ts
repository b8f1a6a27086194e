import { phases } from '../shared/job'
import { listJobs } from '../shared/listed-job'
import { count } from '../shared/numbers'
import { compareInGroup } from '../shared/rank'
import type { Snapshot, WatchedJob } from '../shared/snapshot'
import { type Group, groupOf, unseenWorries } from '../shared/standing'
import { isNotFound, outcomeWords, statesOf, unseenWords } from '../shared/state-words'
import { hasStalled, isFailing } from '../shared/troubles'
import { jobTypeName } from '../shared/wording'
import { type Ask, CommandError } from './ask'
import { connectionNamed, type Out } from './commands'
import { json, printable } from './printable'
import { table } from './table'
import { trayFigures } from './tray-figures'

export type ListOptions = {
  readonly asJson: boolean
  /** Words parted by commas. */
  readonly state?: string | undefined
  readonly connection?: string | undefined
  /** Job types or their names, parted by commas. */
  readonly type?: string | undefined
}

/** What needs a person, what goes on, what is over. */
const rank: Readonly<Record<Group, number>> = { attention: 0, active: 1, recent: 2 }

/** As the window orders them, but what needs a person before what goes on: a terminal shows the top. */
export function inOrder({ jobs, connections, notices }: Snapshot): readonly WatchedJob[] {
  const unseen = unseenWorries(notices)
  const ahead = new Map(connections.map(({ id, clockAheadMs }) => [id, clockAheadMs ?? 0]))
  const placed = jobs.map(watched => ({ watched, group: groupOf(watched, unseen) }))
  placed.sort(
    (a, b) =>
      Number(b.watched.pinned === true) - Number(a.watched.pinned === true) ||
      rank[a.group] - rank[b.group] ||
      Number(isNotFound(a.watched)) - Number(isNotFound(b.watched)) ||
      compareInGroup(a.group, a.watched, b.watched, id => ahead.get(id) ?? 0),
  )
  return placed.map(({ watched }) => watched)
}

const groupWords = Object.keys(rank)
const stateWords: ReadonlySet<string> = new Set([
  ...groupWords,
  ...phases.filter(phase => phase !== 'ended'),
  ...Object.values(outcomeWords),
  ...Object.values(unseenWords),
  'gone',
  'stalled',
  'failing',
])

const wordsOf = (watched: WatchedJob): readonly string[] => [
  ...statesOf(watched),
  ...(watched.gone ? ['gone'] : []),
  ...(hasStalled(watched) ? ['stalled'] : []),
  ...(isFailing(watched) ? ['failing'] : []),
]

/** Which states were asked for; a word that neither we nor any server on the list knows is a slip. */
function wantedStates(text: string, { jobs }: Snapshot): ReadonlySet<string> {
  const words = text.split(',').map(word => word.trim().toLowerCase())
  const said = new Set(jobs.flatMap(statesOf))
  const odd = words.find(word => word === '' || (!stateWords.has(word) && !said.has(word)))
  if (odd === undefined) return new Set(words)
  throw new CommandError(
    `“${printable(odd, 40)}” is no state. --state takes ${[...stateWords].join(', ')} or a server's own word.`,
    2,
  )
}

/** Several as in the window's filter; a type that a server writes with a comma is found as a whole. */
function wantedTypes(text: string): ReadonlySet<string> {
  const words = text.split(',').map(word => word.trim().toLowerCase())
  const named = words.filter(word => word !== '')
  if (named.length === 0) throw new CommandError('--type takes a job type, or several parted by commas.', 2)
  return new Set([text.trim().toLowerCase(), ...named])
}

const isOfType = ({ job }: WatchedJob, wanted: ReadonlySet<string>): boolean =>
  job !== null && [job.jobType ?? '', jobTypeName(job.jobType)].some(name => wanted.has(name.toLowerCase()))

/** The jobs that fit every option, in order. */
function chosen(snapshot: Snapshot, { state, connection, type }: ListOptions): readonly WatchedJob[] {
  const unseen = unseenWorries(snapshot.notices)
  const states = state === undefined ? null : wantedStates(state, snapshot)
  const id = connection === undefined ? null : connectionNamed(snapshot, connection).id
  const wanted = type === undefined ? null : wantedTypes(type)
  return inOrder(snapshot).filter(
    watched =>
      (id === null || watched.ref.connectionId === id) &&
      (states === null || [groupOf(watched, unseen), ...wordsOf(watched)].some(word => states.has(word))) &&
      (wanted === null || isOfType(watched, wanted)),
  )
}

/** Ids that are not found are shown up to here; of more, the first few: they must not push the jobs out of sight. */
const mostNotFound = 10
const firstFew = 3

function gather(found: readonly WatchedJob[], { state }: ListOptions) {
  const many = found.filter(isNotFound).length
  const wantsAll = state?.toLowerCase().includes('not-found') === true
  if (many <= mostNotFound || wantsAll) return { shown: found, gathered: 0 }
  let left = firstFew
  const shown = found.filter(watched => {
    if (!isNotFound(watched)) return true
    left -= 1
    return left >= 0
  })
  return { shown, gathered: many - firstFew }
}

/** A type that no job has is most often a slip; which types there may be, only the servers know. */
function noFit({ jobs }: Snapshot, { type }: ListOptions): string {
  const wanted = type === undefined ? null : wantedTypes(type)
  if (type === undefined || wanted === null || jobs.some(watched => isOfType(watched, wanted)))
    return 'No watched job fits.'
  return `No watched job is of type “${printable(type, 60)}”.`
}

/** Whoever wants some other jobs alone is not told of the tray. */
const showsAttention = ({ state, connection, type }: ListOptions): boolean =>
  connection === undefined && type === undefined && (state?.toLowerCase().includes('attention') ?? true)

export async function list(ask: Ask, out: Out, options: ListOptions): Promise<void> {
  const snapshot = await ask('state:read')
  const found = chosen(snapshot, options)
  if (options.asJson) return out(json(listJobs(snapshot, found)))
  const { shown, gathered } = gather(found, options)
  const jobs = listJobs(snapshot, shown)
  if (jobs.length > 0) out(table(jobs))
  else if (snapshot.jobs.length > 0) out(noFit(snapshot, options))
  else out('No jobs are watched. Add some with jobtray watch.')
  if (gathered > 0) out(`${count(gathered)} more ids are not found: jobtray list --state not-found names them.`)
  if (showsAttention(options)) for (const line of trayFigures(snapshot)) out(line)
  if (snapshot.settings.paused) out('All watching is paused: jobtray resume goes on with it.')
}
