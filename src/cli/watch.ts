import type { ConnectionId } from '../shared/connection'
import type { WatchAnswer } from '../shared/ipc'
import type { JobRef } from '../shared/job'
import { mostAtOnce, type PastedIds } from '../shared/job-id'
import { count, counted } from '../shared/numbers'
import { type Ask, CommandError } from './ask'
import { connectionNamed, type Out } from './commands'
import { type FirstLooks, firstLooks } from './first-looks'
import { idList, mostNamed, refusals } from './ids'
import { json, printable } from './printable'

/** Put on the list by one request; so that a long list shows how far it is, and none is too long for the socket. */
const atATime = 2_000

export type WatchOptions = {
  readonly asJson: boolean
  /** Ms that never jump. */
  readonly now: () => number
  readonly pause: (ms: number) => Promise<void>
  /** Takes each line that replaces the one before; null when nobody sees it. */
  readonly progress: Out | null
  /** What of standard input is no id. */
  readonly unclear?: PastedIds['refused']
}

/** Puts jobs on the watch list, and tells of a few what the first look at them has shown. */
export async function watch(
  ask: Ask,
  out: Out,
  name: string,
  ids: readonly string[],
  options: WatchOptions,
): Promise<void> {
  const { settings, connections } = await ask('state:read')
  const connection = connectionNamed({ connections }, name)
  if (ids.length > mostAtOnce) {
    throw new CommandError(`These are ${counted(ids.length, 'job')}. Watch at most ${count(mostAtOnce)} at once.`, 1)
  }
  const { added, already, ...answer } = await putOnList(ask, connection.id, ids, options)
  const refused = [...(options.unclear ?? []), ...answer.refused]
  const isPaused = settings.paused || connection.paused === true
  const all = [...added, ...already]
  const isFew = all.length <= mostNamed
  const looks = isFew && !isPaused ? await firstLooks(ask, { added, already }, options) : unlooked(all)
  if (options.asJson) {
    const idsOf = (refs: readonly JobRef[]) => refs.map(({ jobId }) => jobId)
    const unseen = looks.lost.map(({ ref, why }) => ({ jobId: ref.jobId, why }))
    out(json({ connection: connection.name, added: idsOf(added), already: idsOf(already), refused, unseen }))
  } else {
    const isOld = (ref: JobRef) => already.includes(ref)
    for (const { ref, line } of looks.seen) {
      out(`${isOld(ref) ? 'Already watching ' : 'Watching '}${printable(ref.jobId)}: ${printable(line, 300)}`)
    }
    const open = looks.open.filter(ref => !isOld(ref))
    const old = looks.open.filter(isOld)
    const why = isPaused
      ? paused
      : !isFew
        ? inTurn
        : looks.hindrance === null
          ? notYet
          : `Not seen yet: ${looks.hindrance}`
    if (open.length > 0) out(`On the watch list: ${idList(open)}. ${why}`)
    if (old.length > 0) out(`Watched already: ${idList(old)}.${isFew ? ` ${why}` : ''}`)
  }
  const complaints = [
    ...looks.lost.map(({ ref, why }) => `${printable(ref.jobId)} is on the watch list, but: ${printable(why, 300)}`),
    ...refusals(refused),
  ]
  if (complaints.length > 0) throw new CommandError(complaints.join('\n'), 1)
}

const unlooked = (open: readonly JobRef[]): FirstLooks => ({ seen: [], lost: [], open, hindrance: null })

const paused = 'Watching is paused: jobtray resume goes on with it.'
const notYet = 'Not seen yet: jobtray list tells more.'
const inTurn = 'They are looked at in turn: jobtray list tells what was found.'

async function putOnList(
  ask: Ask,
  id: ConnectionId,
  ids: readonly string[],
  { progress }: Pick<WatchOptions, 'progress'>,
): Promise<WatchAnswer> {
  const answers: WatchAnswer[] = []
  for (let from = 0; from < ids.length; from += atATime) {
    // As a list and not as pasted text: what was read as one id stays one, blanks and all.
    answers.push(await ask('jobs:watch', id, JSON.stringify(ids.slice(from, from + atATime))))
    if (ids.length > atATime) progress?.(`${count(Math.min(from + atATime, ids.length))} of ${count(ids.length)}`)
  }
  progress?.('')
  return {
    added: answers.flatMap(({ added }) => added),
    already: answers.flatMap(({ already }) => already),
    refused: answers.flatMap(({ refused }) => refused),
  }
}
