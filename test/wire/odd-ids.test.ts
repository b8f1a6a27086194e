import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkJobId } from '../../src/shared/job-id'
import { aClient, faultOf } from './client'
import { sendJson, serve } from './server'

const odd = [
  'a/b',
  'a?b#c',
  '%',
  '%2e%2e',
  '%00',
  'a\nb',
  'a\u0000b',
  '.',
  '..',
  '...',
  '',
  '../status',
  'größe 日本 😀',
  '\u202egnp',
  'שלום',
  '__proto__',
  'constructor',
  'x'.repeat(4_096),
  '\ud800',
]

it('an id comes to the server as it is or is refused here, and never leaves the folder of the jobs (fault 56)', async () => {
  const server = await serve((request, response) => sendJson(response, 404, { detail: request.url }))
  const api = aClient(`${server.origin}/corp`)
  const ask = async (jobId: string) => {
    const before = server.seen.length
    const fault = faultOf(await api.readStatus(jobId))
    const [seen, ...more] = server.seen.slice(before)
    expect(more).toEqual([])
    if (seen === undefined) {
      expect(fault).toMatchObject({ kind: 'rejected', status: 0 })
      return
    }
    const [, corp, apiPart, jobs, id = '', status, ...rest] = seen.path.split('/')
    expect([corp, apiPart, jobs, status, rest]).toEqual(['corp', 'api', 'jobs', 'status', []])
    expect(decodeURIComponent(id)).toBe(jobId)
  }
  for (const jobId of odd) await ask(jobId)
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), ask), { numRuns: 200 })
})

it('what a person may paste can be asked for, and the rest is refused with a reason before (fault 56)', async () => {
  const server = await serve((_request, response) => sendJson(response, 404, {}))
  const api = aClient(server.origin)
  for (const text of odd) {
    const verdict = checkJobId('merchantops', text)
    if (!verdict.ok) expect(verdict.why.length).toBeGreaterThan(10)
    else expect(faultOf(await api.readStatus(verdict.jobId)).kind).toBe('not-found')
  }
})
