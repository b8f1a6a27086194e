import type { Evidence, Glimpse } from '../../shared/comparison'
import { shownValue } from '../../shared/post-values'
import type { IssueInput, ProgressInput, Transition } from '../../shared/progress'
import { manyLines, oneLine } from '../apis/plain-text'

type Says = Evidence['says']

const line = (field: string, before: unknown, wanted: unknown, now: unknown, says: Says): Evidence => ({
  field,
  before: shownValue(before),
  wanted: shownValue(wanted),
  now: shownValue(now),
  says,
})

/**
 * A field that the post sets. It had the wanted value before: it tells nothing. It still has the value from before: the
 * post did not arrive. It has a third value: somebody else wrote too, which tells nothing.
 */
function setField(field: string, before: unknown, wanted: unknown, now: unknown): Evidence {
  const [was, want, is] = [before, wanted, now].map(value => JSON.stringify(value ?? null))
  const says = was === want ? 'nothing' : is === want ? 'arrived' : is === was ? 'not-arrived' : 'nothing'
  return line(field, before, wanted, now, says)
}

/**
 * An entry that the post appends. One more that is equal to it: it is there. No more entries than before, and no more
 * equal ones: it is not. Others have come instead: it cannot be told, since a server may word an entry in its own way.
 */
function appended(
  field: 'errors' | 'warnings',
  sent: IssueInput,
  [before, listedBefore]: readonly [number | null, number],
  [now, listedNow]: readonly [number | null, number],
): Evidence {
  const says =
    before === null || now === null
      ? 'nothing'
      : now > before
        ? 'arrived'
        : now === before && listedNow === listedBefore
          ? 'not-arrived'
          : 'nothing'
  const count = (equal: number | null, listed: number) => (equal === null ? '' : `${equal} of ${listed}`)
  return line(field, count(before, listedBefore), sent.message, count(now, listedNow), says)
}

const isGoodEnd = ({ outcome }: Glimpse): boolean =>
  outcome === 'succeeded' || outcome === 'warned' || outcome === 'partial'

function moved(transition: Transition, before: Glimpse, now: Glimpse): readonly Evidence[] {
  const says = (arrived: boolean): Says =>
    arrived ? 'arrived' : now.status === before.status ? 'not-arrived' : 'nothing'
  const status = (wanted: string, verdict: Says) => [line('status', before.status, wanted, now.status, verdict)]
  switch (transition.kind) {
    case 'start':
      // A running job stays as it is when it is started once more.
      return status('running', before.phase === 'running' ? 'nothing' : says(now.phase === 'running'))
    case 'complete': {
      const ended = now.phase === 'ended' && isGoodEnd(now)
      if (before.phase !== 'ended') return status('completed', says(ended))
      return [setEnd(before, now, ended)]
    }
    case 'fail': {
      const ended = now.phase === 'ended' && now.outcome === 'failed'
      const message = setField(
        'error_message',
        before.errorMessage,
        manyLines(transition.message, 4_000).trim(),
        now.errorMessage,
      )
      if (before.phase !== 'ended') return [...status('failed', says(ended)), message]
      return [setEnd(before, now, ended), message]
    }
  }
}

/** A job that had ended ends once more, at another time. */
const setEnd = (before: Glimpse, now: Glimpse, ended: boolean): Evidence => {
  const says = now.completedAt === before.completedAt ? 'nothing' : ended ? 'arrived' : 'nothing'
  return line('completed_at', before.completedAt, '', now.completedAt, says)
}

/** Beyond this many characters of JSON a value may have been cut on its way here. */
const longestCompared = 2_000

function patchedFields(patch: Readonly<Record<string, unknown>>, before: Glimpse, now: Glimpse): readonly Evidence[] {
  const [was, is] = [before.patched, now.patched]
  if (was === null || is === null) return []
  return Object.entries(patch)
    .filter(([, wanted]) => JSON.stringify(wanted).length <= longestCompared)
    .map(([key, wanted]) => setField(`metadata.${key}`, was[key], wanted, is[key]))
}

/** Everything a post would have changed, held against the job before it and the job now. */
export function evidenceOf(input: ProgressInput, before: Glimpse, now: Glimpse): readonly Evidence[] {
  const { transition, stage, message, processedItems, totalItems, metadataPatch, error, warning } = input
  return [
    ...(transition ? moved(transition, before, now) : []),
    ...(stage?.trim() ? [setField('stage', before.stage, oneLine(stage, 120), now.stage)] : []),
    ...(message?.trim() ? [setField('message', before.lastMessage, oneLine(message, 1_000), now.lastMessage)] : []),
    ...(processedItems === undefined
      ? []
      : [setField('processed_items', before.processed, processedItems, now.processed)]),
    ...(totalItems === undefined ? [] : [setField('total_items', before.total, totalItems, now.total)]),
    ...(metadataPatch ? patchedFields(metadataPatch, before, now) : []),
    ...(error
      ? [appended('errors', error, [before.equalErrors, before.errorsListed], [now.equalErrors, now.errorsListed])]
      : []),
    ...(warning
      ? [
          appended(
            'warnings',
            warning,
            [before.equalWarnings, before.warningsListed],
            [now.equalWarnings, now.warningsListed],
          ),
        ]
      : []),
  ]
}
