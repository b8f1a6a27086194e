import { phases } from '../shared/job'
import { listJobs } from '../shared/listed-job'
import { compareInGroup } from '../shared/rank'
import type { Snapshot, WatchedJob } from '../shared/snapshot'
import { type Group, groupOf, unseenWorries } from '../shared/standing'
import { outcomeWords, statesOf } from '../shared/state-words'
import { jobTypeName } from '../shared/wording'
import { type Ask, CommandError } from './ask'
import { connectionNamed, type Out } from './commands'
import { json, printable } from './printable'
import { table } from './table'

export type ListOptions = {
  readonly asJson: boolean
  /** Words parted by commas. */
  readonly state?: string | undefined
  readonly connection?: string | undefined
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
      compareInGroup(a.group, a.watched, b.watched, id => ahead.get(id) ?? 0),
  )
  return placed.map(({ watched }) => watched)
}

const groupWords = Object.keys(rank)
const stateWords: ReadonlySet<string> = new Set([
  ...groupWords,
  ...phases.filter(phase => phase !== 'ended'),
  ...Object.values(outcomeWords),
])

/** Which states were asked for; a word that neither we nor any server on the list knows is a slip. */
function wantedStates(text: string, { jobs }: Snapshot): ReadonlySet<string> {
  const words = text.split(',').map(word => word.trim().toLowerCase())
  const said = new Set(jobs.flatMap(statesOf))
  const odd = words.find(word => word === '' || (!stateWords.has(word) && !said.has(word)))
  if (odd === undefined) return new Set(words)
  throw new CommandError(
    `No job is “${printable(odd, 40)}”. --state takes ${[...stateWords].join(', ')} or a server's own word.`,
    2,
  )
}

/** The jobs that fit every option, in order. */
function chosen(snapshot: Snapshot, { state, connection, type }: ListOptions): readonly WatchedJob[] {
  const unseen = unseenWorries(snapshot.notices)
  const states = state === undefined ? null : wantedStates(state, snapshot)
  const id = connection === undefined ? null : connectionNamed(snapshot, connection).id
  const wanted = type?.trim().toLowerCase()
  const isOfType = ({ job }: WatchedJob): boolean =>
    wanted === undefined ||
    (job !== null && [job.jobType ?? '', jobTypeName(job.jobType)].some(name => name.toLowerCase() === wanted))
  return inOrder(snapshot).filter(
    watched =>
      (id === null || watched.ref.connectionId === id) &&
      (states === null || [groupOf(watched, unseen), ...statesOf(watched)].some(word => states.has(word))) &&
      isOfType(watched),
  )
}

export async function list(ask: Ask, out: Out, options: ListOptions): Promise<void> {
  const snapshot = await ask('state:read')
  const jobs = listJobs(snapshot, chosen(snapshot, options))
  if (options.asJson) return out(json(jobs))
  if (jobs.length > 0) out(table(jobs))
  else if (snapshot.jobs.length > 0) out('No watched job fits.')
  else out('No jobs are watched. Add some with jobtray watch.')
  if (snapshot.settings.paused) out('All watching is paused: jobtray resume goes on with it.')
}
