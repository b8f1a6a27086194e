import { describe, expect, it } from 'vitest'
import { type WatchOptions, watch } from '../../src/cli/watch'
import type { JobRef } from '../../src/shared/job'
import type { WatchedJob } from '../../src/shared/snapshot'
import { aCommandLine, refusal } from '../support/a-command-line'
import { aConnection, anUnseenJob, aWatchedJob } from '../support/builders'

const ref = (jobId: string): JobRef => ({ connectionId: 'c1', jobId })

/** Time that passes only while it waits. */
const options = (own: Partial<WatchOptions> = {}): WatchOptions => {
  let now = 0
  return {
    asJson: false,
    now: () => now,
    async pause(ms) {
      now += ms
    },
    progress: null,
    ...own,
  }
}

const standing = (watched: WatchedJob) => async () => ({ watched, connectionFault: null, paused: false })
const lost = anUnseenJob({ fault: { fault: { kind: 'not-found', said: null }, since: '2026-03-02T12:00:00.000Z' } })

describe('watch', () => {
  it('hands each id over as it is, blanks and all, and tells what the first look has shown', async () => {
    const { ask, out, printed, asked } = await aCommandLine({
      'jobs:watch': async () => ({ added: [ref('a b')], already: [ref('c')], refused: [] }),
      'jobs:read': standing(aWatchedJob()),
    })
    await watch(ask, out, 'outfitters', ['a b', 'c', ''], options())
    expect(asked[1]).toEqual(['jobs:watch', ['c1', '["a b","c",""]']])
    expect(printed).toEqual(['Watching a b: Enrichment · 40 %', 'Already watching c: Enrichment · 40 %'])
  })

  it('of a job that the server does not know does not claim to watch it, and exits with 1', async () => {
    const { ask, out, printed } = await aCommandLine({
      'jobs:watch': async () => ({ added: [ref('nope1')], already: [], refused: [] }),
      'jobs:read': standing(lost),
    })
    await expect(watch(ask, out, 'Outfitters', ['nope1'], options())).rejects.toEqual(
      refusal(
        'nope1 is on the watch list, but: Not found, or not in this organization. Check the id, the key and the organization.',
      ),
    )
    expect(printed).toEqual([])
  })

  it('does not call a job watched that it was told before is not there', async () => {
    const { ask, out } = await aCommandLine({
      'jobs:watch': async () => ({ added: [], already: [ref('nope1')], refused: [] }),
      'jobs:look-now': async () => undefined,
      'jobs:read': standing(lost),
    })
    await expect(watch(ask, out, 'Outfitters', ['nope1'], options())).rejects.toMatchObject({
      message: expect.stringMatching(/^nope1 is on the watch list, but: Not found/),
    })
  })

  it('names jobs in the order in which they were given, whichever was seen first', async () => {
    const looks = new Map([['a', [anUnseenJob(), aWatchedJob()]]])
    const { ask, out, printed } = await aCommandLine({
      'jobs:watch': async () => ({ added: [ref('a'), ref('b')], already: [], refused: [] }),
      'jobs:read': async ({ jobId }) => ({
        watched: looks.get(jobId)?.shift() ?? aWatchedJob(),
        connectionFault: null,
        paused: false,
      }),
    })
    await watch(ask, out, 'Outfitters', ['a', 'b'], options())
    expect(printed).toEqual(['Watching a: Enrichment · 40 %', 'Watching b: Enrichment · 40 %'])
  })

  it('waits for the first look, but not for ever', async () => {
    const looks = [anUnseenJob(), anUnseenJob(), aWatchedJob()]
    const given = { 'jobs:watch': async () => ({ added: [ref('a')], already: [], refused: [] }) }
    const seen = await aCommandLine({
      ...given,
      'jobs:read': async () => ({ watched: looks.shift() ?? null, connectionFault: null, paused: false }),
    })
    await watch(seen.ask, seen.out, 'Outfitters', ['a'], options())
    expect(seen.printed).toEqual(['Watching a: Enrichment · 40 %'])
    const never = await aCommandLine({ ...given, 'jobs:read': standing(anUnseenJob()) })
    await watch(never.ask, never.out, 'Outfitters', ['a'], options())
    expect(never.printed).toEqual(['On the watch list: a. Not seen yet: jobtray list tells more.'])
  })

  it('of a server that is down says so at once', async () => {
    const since = '2026-03-02T12:00:00.000Z'
    const offline = { kind: 'unreachable', cause: 'connect', reason: '', mayHaveArrived: false } as const
    const { ask, out, printed, asked } = await aCommandLine({
      'jobs:watch': async () => ({ added: [ref('a')], already: [], refused: [] }),
      'jobs:read': standing(anUnseenJob({ fault: { fault: offline, since } })),
    })
    await watch(ask, out, 'Outfitters', ['a'], options())
    expect(printed).toEqual([
      'On the watch list: a. Not seen yet: The server does not accept connections. Check the address, or wait until it is back.',
    ])
    expect(asked.filter(([name]) => name === 'jobs:read')).toHaveLength(1)
  })

  it('of a paused connection says so and waits for nothing', async () => {
    const given = { 'jobs:watch': async () => ({ added: [ref('a')], already: [], refused: [] }) }
    const { ask, out, printed } = await aCommandLine(given, [], [aConnection({ paused: true })])
    await watch(ask, out, 'Outfitters', ['a'], options())
    expect(printed).toEqual(['On the watch list: a. Watching is paused: jobtray resume goes on with it.'])
  })

  it('that refuses some says which and why on one line, and exits with 1', async () => {
    const { ask, out, printed } = await aCommandLine({
      'jobs:watch': async () => ({
        added: [ref('a')],
        already: [],
        refused: [
          { text: '', why: 'A job id is missing.' },
          { text: 'x\u001b[2J\ny', why: 'A job id cannot hold line breaks.' },
        ],
      }),
      'jobs:read': standing(aWatchedJob()),
    })
    await expect(watch(ask, out, 'Outfitters', ['a', '', 'x'], options())).rejects.toEqual(
      refusal('“”: A job id is missing.\n“x[2Jy”: A job id cannot hold line breaks.'),
    )
    expect(printed).toEqual(['Watching a: Enrichment · 40 %'])
  })

  it('names what of standard input was no id, each on its own line', async () => {
    const { ask, out } = await aCommandLine({
      'jobs:watch': async () => ({ added: [], already: [], refused: [{ text: '..', why: 'Dots.' }] }),
    })
    const unclear = [{ text: 'sp ace2', why: 'A blank.' }]
    await expect(watch(ask, out, 'Outfitters', ['..'], options({ unclear }))).rejects.toEqual(
      refusal('“sp ace2”: A blank.\n“..”: Dots.'),
    )
  })

  it('gives scripts every id in its place', async () => {
    const refused = [{ text: '..', why: 'A job id cannot be only dots.' }]
    const { ask, out, printed } = await aCommandLine({
      'jobs:watch': async () => ({ added: [ref('nope1')], already: [], refused }),
      'jobs:read': standing(lost),
    })
    await expect(watch(ask, out, 'Outfitters', ['nope1'], options({ asJson: true }))).rejects.toMatchObject({
      exitCode: 1,
    })
    expect(JSON.parse(printed.join(''))).toEqual({
      connection: 'Outfitters',
      added: ['nope1'],
      already: [],
      refused,
      unseen: [{ jobId: 'nope1', why: expect.stringMatching(/^Not found/) }],
    })
  })

  it('of a connection that is not there names those that are', async () => {
    const { ask, out } = await aCommandLine()
    await expect(watch(ask, out, 'nobody', ['a'], options())).rejects.toEqual(
      refusal('There is no connection named nobody. There is: Outfitters, Shop.'),
    )
  })
})

describe('watching thousands of ids', () => {
  const ids = Array.from({ length: 5_000 }, (_, index) => `job-${index}`)

  it('asks in parts, shows how far it is, names the first few and how many there are', async () => {
    const { ask, out, printed, asked } = await aCommandLine({
      'jobs:watch': async (_id, pasted) => {
        const list: readonly string[] = JSON.parse(pasted)
        return { added: list.map(ref), already: [], refused: [] }
      },
    })
    const shown: string[] = []
    await watch(ask, out, 'Outfitters', ids, options({ progress: line => void shown.push(line) }))
    expect(asked.filter(([name]) => name === 'jobs:watch')).toHaveLength(3)
    expect(shown).toEqual(['2,000 of 5,000', '4,000 of 5,000', '5,000 of 5,000', ''])
    expect(printed).toEqual([
      'On the watch list: 5,000 jobs: job-0, job-1, job-2 and 4,997 more. They are looked at in turn: jobtray list tells what was found.',
    ])
  })

  it('names ten of those that are refused, and how many more there are', async () => {
    const refused = ids.slice(0, 2_000).map(text => ({ text, why: 'No.' }))
    const { ask, out } = await aCommandLine({ 'jobs:watch': async () => ({ added: [], already: [], refused }) })
    await expect(watch(ask, out, 'Outfitters', ['x'], options())).rejects.toMatchObject({
      message: expect.stringMatching(/^“job-0”: No\..*\n“job-9”: No\.\nAnd 1,990 more\.$/s),
    })
  })

  it('beyond twenty thousand is taken for a slip, and nothing is watched', async () => {
    const many = Array.from({ length: 20_001 }, (_, index) => `job-${index}`)
    const { ask, out, asked } = await aCommandLine()
    await expect(watch(ask, out, 'Outfitters', many, options())).rejects.toEqual(
      refusal('These are 20,001 jobs. Watch at most 20,000 at once.'),
    )
    expect(asked.map(([name]) => name)).toEqual(['state:read'])
  })
})
