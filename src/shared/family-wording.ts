import type { Family, Member } from './family'
import { type Counts, type Outcome, outcomes, shortId } from './job'
import { count, counted } from './numbers'
import { jobTypeName, outcomeVerb } from './wording'

/** What became of the members, worst first: `1 failed, 2 finished, 1 still running`. Empty when there are none on the list. */
export function membersSentence({ members }: Pick<Family, 'members'>): string {
  const words = watchedMembers({ members }).map(wordFor)
  return [...verbs, 'still running', 'not seen', 'not found']
    .map(word => ({ word, many: words.filter(other => other === word).length }))
    .filter(({ many }) => many > 0)
    .map(({ word, many }) => `${count(many)} ${word}`)
    .join(', ')
}

export const verb = (outcome: Outcome): string => (outcome === 'cancelled' ? 'cancelled' : outcomeVerb(outcome, ''))
/** Worst first. */
const verbs: readonly string[] = outcomes.toReversed().map(verb)

function wordFor({ standing, watched }: Member): string {
  if (standing === 'lost') return 'not found'
  if (watched === null || watched.job === null) return 'not seen'
  return watched.job.outcome === null ? 'still running' : verb(watched.job.outcome)
}

/** The members that are on the list, for the others nobody can say anything about. */
export const watchedMembers = ({ members }: Pick<Family, 'members'>): readonly Member[] =>
  members.filter(({ watched }) => watched !== null)

/** A line has room for so many. */
const mostNamed = 2

/**
 * The same for whoever has no list beside it: the worst are named, with what failed in them. A single one always is:
 * `Linked jobs: Enrichment 5f2c81d0 partly finished (12 items failed), 2 finished`.
 */
export function namedMembers({ members }: Pick<Family, 'members'>): string {
  const all = watchedMembers({ members })
  const [only] = all
  if (only === undefined) return ''
  if (all.length === 1) return `Linked job: ${nameOf(only)}`
  const named = badOutcomes
    .flatMap(outcome => all.filter(({ watched }) => watched?.job?.outcome === outcome))
    .slice(0, mostNamed)
  const rest = membersSentence({ members: all.filter(member => !named.includes(member)) })
  return `Linked jobs: ${[...named.map(nameOf), ...(rest === '' ? [] : [rest])].join(', ')}`
}

/** Worst first. */
const badOutcomes: readonly Outcome[] = ['failed', 'partial', 'warned', 'unknown', 'cancelled']

function nameOf(member: Member): string {
  const job = member.watched?.job ?? null
  const type = job?.jobType == null ? '' : `${jobTypeName(job.jobType)} `
  const counts = job?.outcome == null ? '' : troublesIn(job)
  return `${type}${shortId(member.ref.jobId)} ${wordFor(member)}${counts === '' ? '' : ` (${counts})`}`
}

const troublesIn = ({ failed, warned }: Counts): string =>
  [
    (failed ?? 0) > 0 ? `${counted(failed ?? 0, 'item')} failed` : '',
    (warned ?? 0) > 0 ? counted(warned ?? 0, 'warning') : '',
  ]
    .filter(text => text !== '')
    .join(', ')

/** What a family looks like beside its first job, when there is more to say than that job says: `1 failed`. */
export function familyMark(family: Family): { readonly text: string; readonly outcome: Outcome | null } | null {
  const others = watchedMembers(family).filter(({ standing }) => standing !== 'lost')
  if (others.length === 0) return null
  const worst = others.flatMap(({ watched }) => watched?.job?.outcome ?? [])
  const outcome = outcomes.findLast(each => worst.includes(each)) ?? null
  const bad =
    outcome === 'failed' || outcome === 'partial' || outcome === 'warned' || outcome === 'unknown' ? outcome : null
  const going = others.filter(({ standing }) => standing === 'going').length
  const whole = others.length === 1 ? 'linked job' : `of ${count(others.length)} linked jobs`
  if (bad !== null) {
    const many = others.filter(({ watched }) => watched?.job?.outcome === bad).length
    return {
      text: others.length === 1 ? `${whole} ${verb(bad)}` : `${count(many)} ${whole} ${verb(bad)}`,
      outcome: bad,
    }
  }
  if (going > 0)
    return { text: others.length === 1 ? `${whole} runs` : `${count(going)} ${whole} running`, outcome: null }
  return null
}
