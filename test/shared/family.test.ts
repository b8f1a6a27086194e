import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { familyOf, leadsDown, mostMembers } from '../../src/shared/family'
import { outcomes } from '../../src/shared/job'
import { among, aParent } from '../support/a-family'
import { aJob, anEndedJob, anUnseenJob, aWatchedJob } from '../support/builders'

const idsOf = (family: ReturnType<typeof familyOf>) => family.members.map(({ ref }) => ref.jobId)
const ended = (jobId: string, children: readonly string[], own = {}) =>
  aParent(jobId, children, { job: anEndedJob(own) })

describe('a family', () => {
  it('of a job that names nobody is that job alone', () => {
    const root = ended('a', [])
    expect(familyOf(root, among([root]))).toEqual({ root, members: [], worst: 'succeeded', settled: true })
  })

  it('is the job and all it set off, nearest first, each once', () => {
    const jobs = [aParent('a', ['b', 'c']), aParent('b', ['d']), aParent('c', ['d', 'b']), aParent('d', [])]
    const [root] = jobs
    expect(root && idsOf(familyOf(root, among(jobs)))).toEqual(['b', 'c', 'd'])
  })

  it('is settled when nothing of it goes on, and is as bad as its worst', () => {
    const root = ended('a', ['b', 'c'])
    const going = [root, ended('b', [], { outcome: 'failed' }), aParent('c', [])]
    expect(familyOf(root, among(going))).toMatchObject({ settled: false, worst: 'failed' })
    const over = [root, ended('b', [], { outcome: 'partial' }), ended('c', [])]
    expect(familyOf(root, among(over))).toMatchObject({ settled: true, worst: 'partial' })
  })

  it('does not wait for a job that is gone or that is not on the list', () => {
    const root = ended('a', ['b', 'c'])
    const family = familyOf(root, among([root, anUnseenJob({ ref: { connectionId: 'c1', jobId: 'b' }, gone: true })]))
    expect(family.members.map(({ standing }) => standing)).toEqual(['lost', 'unwatched'])
    expect(family.settled).toBe(true)
  })

  it('waits for one that was not seen yet', () => {
    const root = ended('a', ['b'])
    expect(familyOf(root, among([root, anUnseenJob({ ref: { connectionId: 'c1', jobId: 'b' } })])).settled).toBe(false)
  })

  it('has an end, however many jobs are named', () => {
    const many = Array.from({ length: 300 }, (_, index) => `j${index}`)
    const root = aParent('a', many)
    expect(familyOf(root, among([root])).members).toHaveLength(mostMembers)
    const chain = many.map((jobId, index) => aParent(jobId, [`j${index + 1}`]))
    const [first] = chain
    expect(first && idsOf(familyOf(first, among(chain)))).toEqual(many.slice(1, 9))
  })

  it('of any graph, circles and self-links among them, holds each job once, and only what is named', () => {
    const graph = fc.array(fc.array(fc.nat(12), { maxLength: 5 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(graph, fc.array(fc.option(fc.constantFrom(...outcomes)), { minLength: 12 }), (edges, endings) => {
        const jobs = edges.map((children, index) => {
          const outcome = endings[index] ?? null
          const job = outcome === null ? aJob() : anEndedJob({ outcome })
          return aParent(
            `j${index}`,
            children.map(child => `j${child}`),
            { job },
          )
        })
        const [root] = jobs
        if (root === undefined) return
        const family = familyOf(root, among(jobs))
        const ids = idsOf(family)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids).not.toContain('j0')
        const named = new Set(edges.flat().map(child => `j${child}`))
        expect(ids.every(id => named.has(id))).toBe(true)
        const inside = [root, ...family.members.flatMap(({ watched }) => watched ?? [])]
        expect(family.settled).toBe(inside.every(({ job }) => job?.phase === 'ended'))
      }),
    )
  })
})

describe('a link', () => {
  it.each([
    ['merchantops', 'import_job_id', true],
    ['merchantops', 'enrichment_job_ids', true],
    ['merchantops', 'parent_job_id', false],
    ['merchantops', 'related_grid_fill_job_id', false],
    ['retailgrid', 'related_grid_fill_job_id', true],
  ] as const)('E38: of %s by %s leads down here: %s', (vendor, via, is) => {
    expect(leadsDown(vendor, { via, jobId: 'x' })).toBe(is)
  })

  it('to a job of the same name at another connection leads elsewhere', () => {
    const root = aParent('a', ['b'])
    const other = aWatchedJob({ ref: { connectionId: 'c2', jobId: 'b' } })
    expect(familyOf(root, among([root, other])).members).toMatchObject([{ standing: 'unwatched' }])
  })
})
