import { describe, expect, it } from 'vitest'
import { wait } from '../../src/cli/wait'
import { familyOf } from '../../src/shared/family'
import type { Fault } from '../../src/shared/fault'
import type { WatchedJob } from '../../src/shared/snapshot'
import { aCommandLine } from '../support/a-command-line'
import { among, aParent, refOf } from '../support/a-family'
import { aConnection, aJob, anEndedJob, anUnseenJob, aWatchedJob } from '../support/builders'
import { options, seenAnew, since } from './support/waiting'

const standing = (fault: Fault) => ({ fault, since })
const offline: Fault = { kind: 'unreachable', cause: 'connect', reason: '', mayHaveArrived: false }

const watchedAlready = { 'jobs:watch': async () => ({ added: [], already: [], refused: [] }) }

describe('wait', () => {
  const going = aWatchedJob({ job: aJob() })
  const over = aWatchedJob({ job: anEndedJob() })

  it('watches the job, shows how it goes, prints how it ended', async () => {
    const seen = [going, going, going, over]
    const { ask, out, printed, asked } = await aCommandLine({
      'jobs:watch': async () => ({ added: [], already: [], refused: [] }),
      'jobs:read-family': async () => null,
      'jobs:read': async () => ({ watched: seen.shift() ?? null, connectionFault: null, paused: false }),
    })
    const shown: string[] = []
    const code = await wait(
      ask,
      out,
      'Outfitters',
      going.ref.jobId,
      options({ progress: line => void shown.push(line) }),
    )
    expect(code).toBe(0)
    expect(printed).toEqual(['Enrichment finished: 100 of 100 items'])
    expect(shown).toEqual(['Enrichment · 40 %', 'Enrichment · 40 %'])
    expect(asked[1]).toEqual(['jobs:watch', ['c1', JSON.stringify([going.ref.jobId])]])
  })

  it('gives up when the time is over, with 124', async () => {
    const { ask, out, printed } = await aCommandLine({
      'jobs:watch': async () => ({ added: [], already: [], refused: [] }),
      'jobs:read': async () => ({ watched: going, connectionFault: null, paused: false }),
    })
    await expect(wait(ask, out, 'Outfitters', going.ref.jobId, options({ timeoutMs: 5_000 }))).rejects.toMatchObject({
      exitCode: 124,
      message: 'The time is over; the job has not ended. Enrichment · 40 %',
    })
    expect(printed).toEqual([])
  })

  it('gives scripts one value when the time is over too: no outcome, and what was last seen', async () => {
    const { ask, out, printed } = await aCommandLine({
      ...watchedAlready,
      'jobs:read-family': async () => null,
      'jobs:read': async () => ({ watched: going, connectionFault: null, paused: false }),
    })
    const waiting = wait(ask, out, 'Outfitters', going.ref.jobId, options({ timeoutMs: 3_000, asJson: true }))
    await expect(waiting).rejects.toMatchObject({ exitCode: 124 })
    expect(printed.map(text => JSON.parse(text))).toEqual([
      {
        jobId: going.ref.jobId,
        outcome: null,
        exitCode: 124,
        seenAt: going.seenAt,
        unconfirmed: null,
        job: going.job,
        family: [],
      },
    ])
  })

  it('of an id that cannot be one is wrong usage, which is 64 here', async () => {
    const { ask, out } = await aCommandLine()
    await expect(wait(ask, out, 'Outfitters', '..', options())).rejects.toMatchObject({ exitCode: 64 })
  })

  it('gives scripts the job and the code', async () => {
    const { ask, out, printed } = await aCommandLine({
      ...watchedAlready,
      'jobs:look-now': async () => undefined,
      'jobs:read-family': async () => null,
      'jobs:read': seenAnew(over),
    })
    await wait(ask, out, 'Outfitters', over.ref.jobId, options({ asJson: true }))
    expect(JSON.parse(printed.join(''))).toMatchObject({ outcome: 'succeeded', exitCode: 0, job: { processed: 100 } })
  })

  it.each<[string, WatchedJob, Fault | null, RegExp]>([
    [
      'was never seen',
      anUnseenJob(),
      null,
      /^The time is over\. The job was never seen, so nobody knows whether it has ended\.$/,
    ],
    ['was never seen, for the server is down', anUnseenJob(), offline, /nobody knows .*\. The server does not accept/],
    [
      'cannot be seen any more',
      aWatchedJob({ fault: standing(offline) }),
      null,
      /^The time is over\. When it was last seen, at 2026-03-02T12:00:00\.000Z, the job had not ended: Enrichment · 40 %\. The server/,
    ],
  ])('does not say that a job has not ended which %s', async (_name, watched, fault, message) => {
    const { ask, out } = await aCommandLine({
      ...watchedAlready,
      'jobs:read': async () => ({ watched, connectionFault: fault && standing(fault), paused: false }),
    })
    await expect(wait(ask, out, 'Outfitters', going.ref.jobId, options({ timeoutMs: 1_000 }))).rejects.toMatchObject({
      exitCode: 124,
      message: expect.stringMatching(message),
    })
  })

  it('takes an id that does not exist off the list again, if it was put there for this alone', async () => {
    const lost = anUnseenJob({ fault: standing({ kind: 'not-found', said: null }) })
    for (const added of [[lost.ref], []]) {
      const { ask, out, asked } = await aCommandLine({
        'jobs:watch': async () => ({ added, already: [], refused: [] }),
        'jobs:look-now': async () => undefined,
        'jobs:read': async () => ({ watched: lost, connectionFault: null, paused: false }),
        'jobs:forget': async () => undefined,
      })
      await expect(wait(ask, out, 'Outfitters', lost.ref.jobId, options())).rejects.toMatchObject({ exitCode: 1 })
      expect(asked.some(([name]) => name === 'jobs:forget')).toBe(added.length > 0)
    }
  })

  it('asks for the whole id where it was given the part that notifications show', async () => {
    const lost = anUnseenJob({ fault: standing({ kind: 'not-found', said: null }) })
    const { ask, out } = await aCommandLine(
      {
        ...watchedAlready,
        'jobs:look-now': async () => undefined,
        'jobs:read': async () => ({ watched: lost, connectionFault: null, paused: false }),
      },
      [aWatchedJob({ ref: { connectionId: 'c1', jobId: 'enrichment-b825cf267c44' } })],
    )
    await expect(wait(ask, out, 'Outfitters', 'b825cf267c44', options())).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringMatching(/ Did you mean enrichment-b825cf267c44\?$/),
    })
  })

  it('says when it is paused meanwhile', async () => {
    const { ask, out } = await aCommandLine({
      ...watchedAlready,
      'jobs:read': async () => ({ watched: going, connectionFault: null, paused: true }),
    })
    const shown: string[] = []
    const progress = (line: string) => void shown.push(line)
    const waiting = wait(ask, out, 'Outfitters', going.ref.jobId, options({ timeoutMs: 500, progress }))
    await expect(waiting).rejects.toMatchObject({ message: expect.stringMatching(/ Watching is paused\.$/) })
    expect(shown[0]).toBe('Paused · Enrichment · 40 %')
  })

  it('does not begin while its connection is paused, and names the way on', async () => {
    const { ask, out } = await aCommandLine({}, [], [aConnection({ paused: true })])
    await expect(wait(ask, out, 'Outfitters', 'a', options())).rejects.toMatchObject({
      exitCode: 1,
      message: 'Outfitters is paused. Go on with jobtray resume Outfitters, then wait.',
    })
  })

  it('behind a refused key names the command that gives another', async () => {
    const { ask, out } = await aCommandLine({
      ...watchedAlready,
      'jobs:read': async () => ({
        watched: going,
        connectionFault: standing({ kind: 'unauthorized', said: null }),
        paused: false,
      }),
    })
    await expect(wait(ask, out, 'Outfitters', going.ref.jobId, options())).rejects.toMatchObject({
      message:
        'The key was refused. Enter a valid key for this connection. jobtray key Outfitters --key-stdin gives it another.',
      exitCode: 1,
    })
  })

  it('without --family says that a job it has set off goes on', async () => {
    const parent = aParent('a', ['b'], { job: anEndedJob() })
    const family = familyOf(parent, among([parent, aWatchedJob({ ref: refOf('b') })]))
    const { ask, out, printed } = await aCommandLine({
      ...watchedAlready,
      'jobs:look-now': async () => undefined,
      'jobs:read': seenAnew(parent),
      'jobs:read-family': async () => family,
    })
    expect(await wait(ask, out, 'Outfitters', 'a', options())).toBe(0)
    expect(printed[0]).toMatch(/ · a linked job has not ended: --family waits for it too$/)
    await wait(ask, out, 'Outfitters', 'a', options({ asJson: true }))
    expect(JSON.parse(printed[1] ?? '').family).toEqual([{ jobId: 'b', standing: 'going', outcome: null }])
  })
})
