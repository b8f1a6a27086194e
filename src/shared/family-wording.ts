import type { Family, Member } from './family'
import { type Outcome, outcomes, shortId } from './job'
import { count } from './numbers'
import { countsSentence, jobTypeName, outcomeVerb } from './wording'

/** What became of the members, worst first: `1 failed, 2 finished, 1 still running`. Empty when there are none on the list. */
export function membersSentence({ members }: Pick<Family, 'members'>): string {
  const words = watchedMembers({ members }).map(wordFor)
  return [...verbs, 'still running', 'not seen', 'not found']
    .map(word => ({ word, many: words.filter(other => other === word).length }))
    .filter(({ many }) => many > 0)
    .map(({ word, many }) => `${count(many)} ${word}`)
    .join(', ')
}

const verb = (outcome: Outcome): string => (outcome === 'cancelled' ? 'cancelled' : outcomeVerb(outcome, ''))
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

/** The one word for a whole family whose first job has ended. As in all notices, no text of the server's (api-notes E40). */
export function familyNotice(
  family: Family,
  connectionName: string,
): { title: string; body: string; outcome: Outcome } {
  const { root, worst, settled } = family
  const own = root.job?.outcome ?? 'unknown'
  const outcome = worst ?? own
  const others = watchedMembers(family)
  const its = others.length === 1 ? 'its job' : `its ${count(others.length)} jobs`
  const bad = others.filter(({ watched }) => watched?.job?.outcome === outcome).length
  const isWhole = settled && others.every(({ standing }) => standing === 'ended')
  const name = jobTypeName(root.job?.jobType ?? null)
  const ownVerb = outcomeVerb(own, root.job?.status ?? '')
  const title =
    outcome !== own
      ? `${name} ${ownVerb}, ${others.length === 1 ? its : `${count(bad)} of ${its}`} ${verb(outcome)}`
      : isWhole
        ? `${name} and ${its} ${ownVerb}`
        : `${name} ${ownVerb}`
  const counts = root.job === null ? '' : countsSentence(root.job)
  // Of a single one the title has said it.
  const members = others.length === 1 && settled ? '' : `Its jobs: ${membersSentence(family)}`
  const lines = [counts, members, `${shortId(root.ref.jobId)} · ${connectionName}`]
  return { title, body: lines.filter(line => line !== '').join('\n'), outcome }
}

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
