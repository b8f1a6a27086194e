import { type Family, type Member, standingOf } from '../shared/family'
import { namedMembers } from '../shared/family-wording'
import type { StandingFault } from '../shared/fault'
import { type JobRef, refKey } from '../shared/job'
import { count } from '../shared/numbers'
import type { Ask } from './ask'
import { type Step, stepOf } from './wait-step'

/** What waiting for a job and all that it has set off has come to. A job that cannot be found is not waited for. */
export function familyStep(family: Family | null, connectionFault: StandingFault | null): Step {
  const own = stepOf(family?.root ?? null, connectionFault)
  if (family === null || own.kind === 'hopeless' || family.members.length === 0) return own
  if (!family.settled)
    return hopelessMember(family, connectionFault) ?? { kind: 'going', line: withMembers(own.line, family) }
  return { kind: 'ended', outcome: family.worst ?? 'unknown', line: withMembers(own.line, family) }
}

const withMembers = (line: string, family: Family): string => {
  const members = namedMembers(family)
  return members === '' ? line : `${line} · ${members}`
}

/** What else goes on when a job has ended that was waited for alone; empty when nothing does. */
export function unfinished(family: Family | null): string {
  const going = family?.members.filter(({ standing }) => standing === 'going').length ?? 0
  if (going === 0) return ''
  return going === 1
    ? ' · a linked job has not ended: --family waits for it too'
    : ` · ${count(going)} linked jobs have not ended: --family waits for them too`
}

/** When nothing goes on but what only a person can mend. */
function hopelessMember({ root, members }: Family, connectionFault: StandingFault | null): Step | null {
  if (standingOf(root) === 'going') return null
  const going = members.filter(({ standing }) => standing === 'going')
  const steps = going.map(({ watched }) => stepOf(watched, connectionFault))
  return steps.length > 0 && steps.every(({ kind }) => kind === 'hopeless') ? (steps[0] ?? null) : null
}

/** Reads the family; what it names and nobody watches is watched from now on, for it was asked for by name. */
export function familyReader(ask: Ask, ref: JobRef): () => Promise<Family | null> {
  const asked = new Set<string>()
  const isNew = (member: Member) => member.standing === 'unwatched' && !asked.has(refKey(member.ref))
  return async () => {
    for (;;) {
      const family = await ask('jobs:read-family', ref)
      const missing = (family?.members ?? []).filter(isNew).map(member => member.ref)
      if (missing.length === 0) return family
      for (const member of missing) asked.add(refKey(member))
      await ask('jobs:watch', ref.connectionId, JSON.stringify(missing.map(({ jobId }) => jobId)))
    }
  }
}
