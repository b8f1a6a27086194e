import { assertNever } from './fault'
import type { Outcome } from './job'
import type { NoticeKind } from './notice-kinds'
import { count, counted } from './numbers'
import type { NoticeView } from './snapshot'

type Told = Pick<NoticeView, 'kind' | 'outcome'>

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
    default:
      return assertNever(kind)
  }
}

const otherKinds = ['failure-rate', 'first-failure', 'stalled', 'connection', 'started'] as const

/** What came of many, a line a kind: `37 jobs ended: 30 finished, 7 failed`. */
function linesOf(list: readonly Told[]): readonly string[] {
  const ended = list.filter(({ kind }) => kind === 'ended')
  const others = otherKinds.flatMap(kind => {
    const many = list.filter(told => told.kind === kind).length
    return many === 0 ? [] : [othersOf(kind, many)]
  })
  return [...(ended.length === 0 ? [] : [`${counted(ended.length, 'job')} ended: ${outcomesOf(ended)}`]), ...others]
}

/** The rest of a burst, after the first few of it were told one by one. */
export function summaryWords(list: readonly Told[]): { readonly title: string; readonly body: string } {
  if (list.every(({ kind }) => kind === 'ended')) {
    return { title: `${count(list.length)} more ${list.length === 1 ? 'job' : 'jobs'} ended`, body: outcomesOf(list) }
  }
  return { title: `${counted(list.length, 'more notice')}`, body: linesOf(list).join('\n') }
}

/** What was held back while nobody wanted to be disturbed; a few are named. */
export function digestWords(list: readonly NoticeView[]): { readonly title: string; readonly body: string } {
  const lines = list.length <= 3 ? list.map(({ title }) => title) : linesOf(list)
  return { title: 'While you were away', body: lines.join('\n') }
}

/** Decided before the app was stopped: it may or may not have been seen (reliability fault 50). */
export const perhapsBefore = 'Perhaps told before: Jobtray was stopped meanwhile.'
