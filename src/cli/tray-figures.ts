import { refKey } from '../shared/job'
import { counted } from '../shared/numbers'
import type { Snapshot, WatchedJob } from '../shared/snapshot'
import { groupOf, unseenWorries } from '../shared/standing'
import { hasStalled, isFailing, troublesOf } from '../shared/troubles'
import { printable } from './printable'

/** What the tray counts beside the jobs that the list shows as in need of attention, a sentence each. */
export function trayFigures(snapshot: Snapshot): readonly string[] {
  const worries = unseenWorries(snapshot.notices)
  const jobs = snapshot.jobs.filter(({ gone }) => !gone)
  const { fresh, known } = troublesOf({ ...snapshot, jobs }, worries)
  const listed = new Set(
    snapshot.jobs.filter(watched => groupOf(watched, worries) === 'attention').map(({ ref }) => refKey(ref)),
  )
  return [
    ...sentence('The tray counts as in need of attention too', named(snapshot, [...fresh], listed)),
    ...sentence('Known trouble', [...going(jobs, known), ...named(snapshot, [...known], new Set(jobs.map(keyOf)))]),
  ]
}

const keyOf = ({ ref }: WatchedJob): string => refKey(ref)

const sentence = (what: string, parts: readonly string[]): readonly string[] =>
  parts.length === 0 ? [] : [`${what}: ${parts.join('; ')}.`]

/** `listed`: what a person can see in the list. */
function named({ connections, banners }: Snapshot, keys: readonly string[], listed: ReadonlySet<string>): string[] {
  const others = keys.filter(key => !listed.has(key))
  const posts = others.filter(key => key.startsWith('post/')).length
  const lost = connections.filter(({ id }) => others.includes(id))
  const messages = banners.filter(({ id }) => others.includes(id))
  const unwatched = others.length - posts - lost.length - messages.length
  return [
    ...lost.map(({ name }) => `the connection ${printable(name)} (jobtray connections)`),
    ...(posts === 0 ? [] : [`${counted(posts, 'post')} that made no job (jobtray outbox --refused)`]),
    ...(unwatched === 0 ? [] : [`${counted(unwatched, 'job')} not watched any more (the inbox of the window)`]),
    ...messages.map(({ text }) => `“${printable(text, 300)}”`),
  ]
}

function going(jobs: readonly WatchedJob[], known: ReadonlySet<string>): readonly string[] {
  const standing = jobs.filter(watched => known.has(keyOf(watched)))
  const stalled = standing.filter(hasStalled).length
  const failing = standing.filter(isFailing).length
  return [
    ...(stalled === 0 ? [] : [`${counted(stalled, 'job')} that stopped moving (--state stalled)`]),
    ...(failing === 0 ? [] : [`${counted(failing, 'job')} failing much (--state failing)`]),
  ]
}
