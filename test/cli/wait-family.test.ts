import { describe, expect, it } from 'vitest'
import { familyStep } from '../../src/cli/wait-family'
import { familyOf } from '../../src/shared/family'
import type { WatchedJob } from '../../src/shared/snapshot'
import { among, aParent, refOf } from '../support/a-family'
import { aJob, anEndedJob, aWatchedJob } from '../support/builders'

const since = '2026-03-02T12:00:00.000Z'
const forbidden = { fault: { kind: 'forbidden', permission: 'job:read', said: null }, since } as const
const child = (own: Partial<WatchedJob>) => aWatchedJob({ ref: refOf('b'), ...own })
const stepFor = (root: Partial<WatchedJob>, own: Partial<WatchedJob>) => {
  const parent = aParent('a', ['b'], { job: anEndedJob(), ...root })
  return familyStep(familyOf(parent, among([parent, child(own)])), null)
}

describe('what waiting for a family has come to', () => {
  it('is the worst of it once all have ended', () => {
    expect(stepFor({}, { job: anEndedJob({ outcome: 'partial' }) })).toEqual({
      kind: 'ended',
      outcome: 'partial',
      line: 'Enrichment finished: 100 of 100 items · Linked job: Enrichment b partly finished',
    })
  })

  it.each<[string, Partial<WatchedJob>, Partial<WatchedJob>]>([
    ['the first job runs', { job: aJob() }, { job: anEndedJob() }],
    ['another one runs', {}, {}],
    ['the first job runs and another one may not be read', { job: aJob() }, { fault: forbidden }],
  ])('is nothing yet while %s', (_name, root, own) => {
    expect(stepFor(root, own).kind).toBe('going')
  })

  it('does not depend on a job that cannot be found', () => {
    expect(stepFor({}, { gone: true })).toMatchObject({ kind: 'ended', outcome: 'succeeded' })
  })

  it('is hopeless when nothing is left but what only a person can mend', () => {
    expect(stepFor({}, { fault: forbidden })).toMatchObject({
      kind: 'hopeless',
      why: 'The key lacks the permission job:read. Ask for it, or use another key.',
    })
  })

  it('is hopeless when the job itself is not watched any more', () => {
    expect(familyStep(null, null)).toEqual({ kind: 'hopeless', why: 'The job is not watched any more.' })
  })
})
