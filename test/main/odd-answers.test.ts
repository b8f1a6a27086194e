import { expect, it } from 'vitest'
import { anEngine, wireJob } from '../support/an-engine'
import { aWatchedJob } from '../support/builders'

const idIn = (url: string) => decodeURIComponent(url.match(/\/jobs\/([^/]+)/)?.[1] ?? '')
const watched = (jobId: string) =>
  aWatchedJob({ ref: { connectionId: 'c1', jobId }, addedAt: '2026-03-02T08:00:00.000Z' })

it('an answer without what it must have is unreadable for its job alone; the others go on (fault 20)', async () => {
  const { board, clock, troubles } = await anEngine({
    jobs: ['spoilt', 'drifting', 'well'].map(watched),
    reply({ url }) {
      const whole = wireJob(idIn(url), { processed_items: 77 })
      const { total_items: _, ...spoilt } = whole
      if (idIn(url) === 'spoilt') return { json: spoilt }
      return { json: idIn(url) === 'drifting' ? { ...whole, warned_items: {}, colour: 'green' } : whole }
    },
  })
  await clock.pass(5_000)
  const seen = (jobId: string) => board.job({ connectionId: 'c1', jobId })
  expect(seen('spoilt')?.fault?.fault).toEqual({ kind: 'garbled', what: 'total_items is missing' })
  expect(seen('spoilt')?.job).toEqual(watched('spoilt').job)
  for (const jobId of ['drifting', 'well']) expect(seen(jobId)).toMatchObject({ fault: null, job: { processed: 77 } })
  expect(board.connection('c1')?.fault).toBeNull()
  expect(troubles).toEqual([])
})

it('a status that nobody knows is shown as it is, asked about rarely and never told as an ending (fault 21)', async () => {
  const { board, clock, announced, requests } = await anEngine({
    jobs: [watched('napper')],
    reply: ({ url }) => ({ json: wireJob(idIn(url), { status: 'napping' }) }),
  })
  await clock.pass(10_000)
  const before = requests.length
  await clock.pass(30 * 60_000)
  expect(board.job({ connectionId: 'c1', jobId: 'napper' })?.job).toMatchObject({
    status: 'napping',
    phase: 'unknown',
    outcome: null,
  })
  expect(announced.filter(({ kind }) => kind !== 'stalled')).toEqual([])
  expect(requests.length - before).toBeLessThanOrEqual(2 * 8)
})

it('jobs whose ids are names of JavaScript’s own are jobs like others (fault 56)', async () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
  const { ask, board, clock } = await anEngine({ reply: ({ url }) => ({ json: wireJob(idIn(url)) }) })
  await ask('jobs:watch', 'c1', names.join('\n'))
  await clock.pass(5_000)
  expect([...board.jobs()].map(({ ref, job }) => [ref.jobId, job?.processed])).toEqual(names.map(name => [name, 40]))
  expect(Reflect.get({}, 'processed')).toBeUndefined()
})
