import { assertNever } from './fault'
import { type Outcome, shortId } from './job'
import type { NoticeKind } from './notice-kinds'
import { count, counted } from './numbers'
import type { NoticeView } from './snapshot'

type Told = Pick<NoticeView, 'kind' | 'outcome'>
type Words = { readonly title: string; readonly body: string }
/** By the connection's id. */
export type ConnectionName = (connectionId: string) => string

/** So few are named one by one: a notification has room for three lines beside the counts. */
export const mostNamed = 3
/** Signs of a title in such a line. */
const mostTitle = 40

const inOrder = [
  'succeeded',
  'warned',
  'partial',
  'failed',
  'cancelled',
  'unknown',
] as const satisfies readonly Outcome[]
const endings: Readonly<Record<Outcome, string>> = {
  succeeded: 'finished',
  warned: 'finished with warnings',
  partial: 'partly finished',
  failed: 'failed',
  cancelled: 'cancelled',
  unknown: 'ended with an unknown status',
}

/** `Enrichment failed · 5f2c81d0 · Outfitters`. */
function lineFor({ title, ref, connectionId }: NoticeView, nameOf: ConnectionName): string {
  const signs = [...title]
  const short = signs.length > mostTitle ? `${signs.slice(0, mostTitle - 1).join('')}…` : title
  return ref === null ? title : `${short} · ${shortId(ref.jobId)} · ${nameOf(connectionId)}`
}

/** What may need a person, worst first. */
const worries: readonly ((told: Told) => boolean)[] = [
  ({ outcome }) => outcome === 'failed',
  ({ kind }) => kind === 'connection',
  ({ outcome }) => outcome === 'partial',
  ({ outcome }) => outcome === 'unknown',
  ({ kind }) => kind === 'failure-rate',
  ({ kind }) => kind === 'post',
  ({ kind }) => kind === 'stalled',
  ({ kind }) => kind === 'first-failure',
]

/** A failure is never just a number: the worst few are named, the rest of their like counted. */
function worstOf(list: readonly NoticeView[], nameOf: ConnectionName): readonly string[] {
  const bad = worries.flatMap(isOne => list.filter(isOne))
  const named = bad.slice(0, mostNamed).map(notice => lineFor(notice, nameOf))
  return bad.length > named.length ? [...named, `and ${count(bad.length - named.length)} more, in the inbox`] : named
}

/** `30 finished, 7 failed`. */
const outcomesOf = (list: readonly Told[]): string =>
  inOrder
    .map(outcome => [endings[outcome], list.filter(told => (told.outcome ?? 'unknown') === outcome).length] as const)
    .filter(([, many]) => many > 0)
    .map(([word, many]) => `${count(many)} ${word}`)
    .join(', ')

function othersOf(kind: Exclude<NoticeKind, 'ended'>, many: number): string {
  switch (kind) {
    case 'started':
      return `${counted(many, 'job')} started`
    case 'first-failure':
      return `${counted(many, 'job')} with first failures`
    case 'failure-rate':
      return `${counted(many, 'job')} with many failures`
    case 'stalled':
      return `${counted(many, 'job')} stalled`
    case 'connection':
      return `${counted(many, 'connection')} not being watched`
    case 'post':
      return `${counted(many, 'report')} to decide about`
    default:
      return assertNever(kind)
  }
}

const otherKinds = ['failure-rate', 'first-failure', 'stalled', 'connection', 'post', 'started'] as const

/** What came of many, a line a kind: `37 jobs ended: 30 finished, 7 failed`. */
function linesOf(list: readonly Told[]): readonly string[] {
  const ended = list.filter(({ kind }) => kind === 'ended')
  const others = otherKinds.flatMap(kind => {
    const many = list.filter(told => told.kind === kind).length
    return many === 0 ? [] : [othersOf(kind, many)]
  })
  return [...(ended.length === 0 ? [] : [`${counted(ended.length, 'job')} ended: ${outcomesOf(ended)}`]), ...others]
}

/** The rest of a burst, after the first few of it were told one by one; what a person may have to act on is named. */
export function summaryWords(list: readonly NoticeView[], nameOf: ConnectionName): Words {
  const named = worstOf(list, nameOf)
  if (list.every(({ kind }) => kind === 'ended'))
    return { title: `${counted(list.length, 'more job')} ended`, body: [outcomesOf(list), ...named].join('\n') }
  // They are gathered by themselves, and their lines say all there is to say.
  if (list.every(({ kind }) => kind === 'first-failure'))
    return { title: `${counted(list.length, 'more job')} with first failures`, body: named.join('\n') }
  return { title: counted(list.length, 'more notice'), body: [...linesOf(list), ...named].join('\n') }
}

/** What was held back while nobody wanted to be disturbed; a few are named each, of many the worst. */
export function digestWords(list: readonly NoticeView[], nameOf: ConnectionName): Words {
  const isFew = list.length <= mostNamed
  const lines = isFew ? list.map(notice => lineFor(notice, nameOf)) : [...linesOf(list), ...worstOf(list, nameOf)]
  return { title: 'While you were away', body: lines.join('\n') }
}

/** Decided before the app was stopped: it may or may not have been seen (reliability fault 50). */
export const perhapsBefore = 'Perhaps told before: Jobtray was stopped meanwhile.'
