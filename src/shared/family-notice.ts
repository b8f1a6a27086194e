import type { Family } from './family'
import { namedMembers, verb, watchedMembers } from './family-wording'
import { type Outcome, outcomes, refKey, shortId, worse } from './job'
import { count } from './numbers'
import { endedCountsSentence, jobTypeName, outcomeVerb, typeInLine } from './wording'

/** What a job had done by then, for one that was told of before. */
const hadDone: Readonly<Record<Outcome, string>> = {
  succeeded: 'had finished',
  warned: 'had finished with warnings',
  partial: 'had partly finished',
  failed: 'had failed',
  cancelled: 'had been cancelled',
  unknown: 'had ended',
}

/**
 * The one word for a family whose first job has ended. `covered`: keys of the jobs whose endings it tells as well. The
 * others, bad news above all, were told when they came: they are named as what was, and the notice does not count as theirs.
 * As in all notices, no text of the server's (api-notes E40).
 */
export function familyNotice(
  family: Family,
  connectionName: string,
  covered: ReadonlySet<string>,
): { title: string; body: string; outcome: Outcome } {
  const { root } = family
  const others = watchedMembers(family)
  const endings = others.flatMap(({ ref, watched }) => {
    const outcome = watched?.job?.outcome ?? null
    return outcome === null ? [] : [{ outcome, isTold: covered.has(refKey(ref)) }]
  })
  const [fresh, earlier] = [endings.filter(({ isTold }) => isTold), endings.filter(({ isTold }) => !isTold)]
  const own = root.job?.outcome ?? 'unknown'
  const outcome = fresh.map(ending => ending.outcome).reduce(worse, own)
  const old = earlier.map(ending => ending.outcome).reduce<Outcome>(worse, 'succeeded')
  const its = others.length === 1 ? itsJob(others[0]?.watched?.job?.jobType) : `its ${count(others.length)} jobs`
  const some = (list: typeof endings, which: Outcome) =>
    others.length === 1 ? its : `${count(list.filter(ending => ending.outcome === which).length)} of ${its}`

  const sentence = () => {
    const said = `${jobTypeName(root.job?.jobType ?? null)} ${outcomeVerb(own, root.job?.status ?? '')}`
    if (isWorse(old, outcome)) return `${said}; ${some(earlier, old)} ${hadDone[old]}`
    if (outcome !== own) return `${said}, ${some(fresh, outcome)} ${verb(outcome)}`
    const isWhole = fresh.length === others.length && fresh.length > 0
    if (isWhole && fresh.every(ending => ending.outcome === own))
      return `${jobTypeName(root.job?.jobType ?? null)} and ${its} ${outcomeVerb(own, root.job?.status ?? '')}`
    return isWhole && fresh.every(ending => ending.outcome === 'succeeded') ? `${said}, ${its} finished` : said
  }
  const counts = root.job === null ? '' : endedCountsSentence(root.job)
  const lines = [counts, namedMembers(family), `${shortId(root.ref.jobId)} · ${connectionName}`]
  return { title: sentence(), body: lines.filter(line => line !== '').join('\n'), outcome }
}

const isWorse = (a: Outcome, b: Outcome): boolean => outcomes.indexOf(a) > outcomes.indexOf(b)

const itsJob = (jobType: string | null | undefined): string => `its ${typeInLine(jobType ?? null)}`
