import { describe, expect, it } from 'vitest'
import { inOrder, type ListOptions, list } from '../../src/cli/list'
import { orderOf } from '../../src/renderer/jobs/order'
import { mirrorOf } from '../../src/renderer/state/mirror'
import { type Job, refKey } from '../../src/shared/job'
import type { WatchedJob } from '../../src/shared/snapshot'
import { aSnapshot } from '../renderer/support/a-snapshot'
import { aCommandLine, refusal } from '../support/a-command-line'
import { aJob, aNotice, anEndedJob, anUnseenJob, aWatchedJob } from '../support/builders'

const named = (jobId: string, job: Job | null, own: Partial<WatchedJob> = {}) =>
  aWatchedJob({ ref: { connectionId: 'c1', jobId }, job, ...own })
const notFound = { fault: { kind: 'not-found', said: null }, since: '2026-03-02T12:00:00.000Z' } as const

const jobs = [
  named('over', anEndedJob({ jobType: 'crawl' })),
  named('odd', aJob({ phase: 'unknown', status: 'Napping' })),
  named('runs', aJob()),
  named('lost', null, { fault: notFound }),
  named('failed', anEndedJob({ outcome: 'failed', jobType: 'csv_import' })),
  named('own', anEndedJob(), { pinned: true }),
  aWatchedJob({ ref: { connectionId: 'c2', jobId: 'other' } }),
]

/** The ids that are listed. */
async function listed(own: Partial<ListOptions>, of: readonly WatchedJob[] = jobs): Promise<readonly string[]> {
  const { ask, out, printed } = await aCommandLine({}, of)
  await list(ask, out, { asJson: true, ...own })
  const found: readonly { readonly jobId: string }[] = JSON.parse(printed.join(''))
  return found.map(({ jobId }) => jobId)
}

describe('list', () => {
  it('has what a person pinned first, then what needs somebody, what goes on, what is over', async () => {
    expect(await listed({})).toEqual(['own', 'lost', 'other', 'runs', 'odd', 'failed', 'over'])
  })

  it('has each group as the window has it; what had failed before it was added was never news, and is recent in both', () => {
    const over = (jobId: string, minute: string, outcome: 'failed' | 'succeeded') =>
      named(jobId, anEndedJob({ outcome, completedAt: `2026-03-02T11:${minute}:00.000Z` }))
    const all = [
      over('failed-long-ago', '10', 'failed'),
      over('told', '05', 'failed'),
      over('finished', '20', 'succeeded'),
      over('failed-since', '30', 'failed'),
      named('queued', aJob({ phase: 'queued' })),
      named('runs', aJob()),
    ]
    const snapshot = aSnapshot({ jobs: all, notices: [aNotice({ ref: { connectionId: 'c1', jobId: 'told' } })] })
    const { keys } = orderOf(mirrorOf(snapshot), { sort: 'standing', grouped: true }, null)
    expect(inOrder(snapshot).map(({ ref }) => refKey(ref))).toEqual([...keys.attention, ...keys.active, ...keys.recent])
    expect(keys.recent).toEqual(['failed-since', 'finished', 'failed-long-ago'].map(id => `c1/${id}`))
  })

  it.each<[Partial<ListOptions>, readonly string[]]>([
    [{ state: 'attention' }, ['lost']],
    [{ state: 'failed,Running' }, ['other', 'runs', 'failed']],
    [{ state: 'napping' }, ['odd']],
    [{ state: 'unknown' }, ['odd']],
    [{ state: 'not-found' }, ['lost']],
    [{ state: 'not-seen' }, []],
    [{ connection: 'SHOP' }, ['other']],
    [{ type: 'crawl' }, ['over']],
    [{ type: 'CSV import' }, ['failed']],
    [{ type: 'csv_import', state: 'running' }, []],
    [{ type: 'crawl, CSV import,' }, ['failed', 'over']],
  ])('of %j is those alone', async (own, ids) => {
    expect(await listed(own)).toEqual(ids)
  })

  it('puts ids that are not found after what else needs somebody, and of many shows three and how to see the rest', async () => {
    const lost = Array.from({ length: 1_500 }, (_, n) => named(`lost-${n}`, null, { fault: notFound }))
    const other = { fault: { kind: 'garbled', what: 'x' }, since: '2026-03-02T12:00:00.000Z' } as const
    const all = [...lost, named('runs', aJob()), named('a-worry', null, { fault: other })]
    const { ask, out, printed } = await aCommandLine({}, all)
    await list(ask, out, { asJson: false })
    const rows = printed.join('\n').split('\n')
    expect(rows.map(row => row.split(/ +/)[1]?.replace(/-\d+$/, ''))).toEqual([
      'JOB',
      'a-worry',
      'lost',
      'lost',
      'lost',
      'runs',
      'more',
    ])
    expect(rows.at(-1)).toBe('1,497 more ids are not found: jobtray list --state not-found names them.')
    expect(await listed({}, all)).toHaveLength(1_502)
    await list(ask, out, { asJson: false, state: 'not-found' })
    expect(printed.at(-1)?.split('\n')).toHaveLength(1_501)
    expect(await listed({ state: 'gone' }, [...all, named('went', aJob(), { gone: true })])).toEqual(['went'])
  })

  it('says of an unseen id the word that finds it, also while its server is down', async () => {
    const since = '2026-03-02T12:00:00.000Z'
    const down = { fault: { kind: 'unreachable', cause: 'connect', reason: '', mayHaveArrived: false }, since } as const
    const unseen = [
      named('lost', null, { fault: notFound, unfound: true }),
      named('lost-and-down', null, { fault: down, unfound: true }),
      named('new', null),
      named('down', null, { fault: down }),
      named('garbled', null, { fault: { fault: { kind: 'garbled', what: 'x' }, since }, unfound: true }),
    ]
    expect(await listed({ state: 'unknown' }, unseen)).toEqual([])
    for (const [word, state] of [
      ['not-found', 'Not found'],
      ['not-seen', 'Not seen yet'],
    ]) {
      const { ask, out, printed } = await aCommandLine({}, unseen)
      await list(ask, out, { asJson: false, state: word })
      const [, ...rows] = printed.join('\n').split('\n')
      expect(rows.map(row => row.split(/ {2,}/)[2])).toEqual(rows.map(() => state))
      expect(rows).toHaveLength(word === 'not-found' ? 2 : 3)
    }
  })

  it('by a state or a connection that there is not is refused, not empty', async () => {
    await expect(listed({ state: 'faild' })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/^“faild” is no state\. --state takes attention, active, recent, queued, /),
    })
    for (const type of ['', ' ,']) {
      const sentence = '--type takes a job type, or several parted by commas.'
      await expect(listed({ type })).rejects.toEqual(refusal(sentence, 2))
    }
    await expect(listed({ connection: 'nobody' })).rejects.toEqual(
      refusal('There is no connection named nobody. There is: Outfitters, Shop.'),
    )
  })

  it('tells no jobs at all from none that fits, and gives scripts an empty array', async () => {
    const none = await aCommandLine({}, [])
    await list(none.ask, none.out, { asJson: false })
    await list(none.ask, none.out, { asJson: true })
    expect(none.printed).toEqual(['No jobs are watched. Add some with jobtray watch.', '[]'])
    const some = await aCommandLine()
    await list(some.ask, some.out, { asJson: false, type: 'x' })
    await list(some.ask, some.out, { asJson: false, type: 'enrichment', state: 'failed' })
    await list(some.ask, some.out, { asJson: true, type: 'x' })
    expect(some.printed).toEqual(['No watched job is of type “x”.', 'No watched job fits.', '[]'])
  })

  it('says at each job that goes on that its server cannot be reached', async () => {
    const since = '2026-03-02T12:00:00.000Z'
    const offline = { kind: 'unreachable', cause: 'connect', reason: '', mayHaveArrived: false } as const
    const tried = named('tried', aJob(), { triedAt: '2026-03-02T12:30:00.000Z', fault: { fault: offline, since } })
    const unseen = anUnseenJob({ ref: { connectionId: 'c1', jobId: 'unseen' } })
    const { ask, out, printed } = await aCommandLine({}, [tried, unseen, named('over', anEndedJob())])
    await list(ask, out, { asJson: false })
    const lines = printed.join('').split('\n')
    expect(lines.filter(line => line.includes('does not accept connections'))).toHaveLength(2)
    expect(lines.find(line => line.includes('over'))).not.toContain('connections')
  })

  it('counts the items that an ended job never came to, for people and for scripts', async () => {
    const left = { total: 1_000, processed: 620, failed: 0 }
    const { ask, out, printed } = await aCommandLine({}, [named('over', anEndedJob(left)), named('runs', aJob(left))])
    await list(ask, out, { asJson: false })
    expect(printed.join('').match(/\S+, 380 not reached/g)).toEqual(['Finished, 380 not reached'])
    await list(ask, out, { asJson: true })
    const entries: readonly { readonly jobId: string; readonly notReached: number }[] = JSON.parse(printed.at(-1) ?? '')
    expect(entries.map(({ jobId, notReached }) => [jobId, notReached])).toEqual([
      ['runs', 0],
      ['over', 380],
    ])
  })

  it('lets no word of a server steer the terminal, and tells scripts the very same word', async () => {
    const stage = 'a\u009b2Jb\u202ec\u2028d'
    const { ask, out, printed } = await aCommandLine({}, [aWatchedJob({ job: aJob({ stage }) })])
    await list(ask, out, { asJson: true })
    expect(printed.join('')).not.toMatch(/[\u0080-\u009f\p{Cf}\p{Zl}\p{Zp}]/u)
    expect(JSON.parse(printed.join(''))[0].stage).toBe(stage)
  })
})
