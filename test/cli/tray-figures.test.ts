import { describe, expect, it } from 'vitest'
import { list } from '../../src/cli/list'
import { trayFigures } from '../../src/cli/tray-figures'
import { glance } from '../../src/main/watch/glance'
import { refKey } from '../../src/shared/job'
import type { Snapshot } from '../../src/shared/snapshot'
import { aCommandLine } from '../support/a-command-line'
import { someParts } from '../support/board-parts'
import { aConnection, aJob, aNotice, anEndedJob, aWatchedJob } from '../support/builders'

const at = '2026-03-02T12:00:00.000Z'
const ref = (jobId: string) => ({ connectionId: 'c1', jobId })
const refused = { fault: { kind: 'unauthorized', said: null }, since: at } as const

const aSnapshot = (own: Partial<Snapshot>): Snapshot => ({ ...someParts({}), version: 1, jobs: [], ...own })

const tray = (snapshot: Snapshot): string =>
  glance({
    ...snapshot,
    paused: false,
    snoozedUntil: null,
    find: wanted => snapshot.jobs.find(watched => refKey(watched.ref) === refKey(wanted)),
  }).tooltip

describe('what the tray counts', () => {
  it('and no row of the list shows is named with the way to it', () => {
    const snapshot = aSnapshot({
      jobs: [aWatchedJob({ ref: ref('a'), job: anEndedJob({ outcome: 'failed' }) })],
      connections: [aConnection({ id: 'c2', name: 'Shop', fault: refused })],
      banners: [{ id: 'disk', tone: 'error', text: 'Nothing can be saved.', act: null }],
      notices: [
        aNotice({ id: 1, ref: ref('a') }),
        aNotice({ id: 2, ref: ref('off-the-list') }),
        aNotice({ id: 3, kind: 'post', ref: null, outcome: null }),
      ],
    })
    expect(tray(snapshot)).toContain('5 need attention')
    expect(trayFigures(snapshot)).toEqual([
      'The tray counts as in need of attention too: the connection Shop (jobtray connections); 1 post that made no job (jobtray outbox --refused); 1 job not watched any more (the inbox of the window); “Nothing can be saved.”.',
    ])
  })

  it('as known trouble is named', () => {
    const snapshot = aSnapshot({
      jobs: [
        aWatchedJob({ ref: ref('still'), stalledSince: at }),
        aWatchedJob({ ref: ref('bad'), job: aJob({ processed: 75, failed: 25 }) }),
      ],
      connections: [aConnection({ fault: refused })],
      notices: [aNotice({ kind: 'connection', ref: null, outcome: null, seen: true })],
    })
    expect(tray(snapshot)).toContain('3 known troubles')
    expect(trayFigures(snapshot)).toEqual([
      'Known trouble: 1 job that stopped moving (--state stalled); 1 job failing much (--state failing); the connection Outfitters (jobtray connections).',
    ])
  })

  it('is not spoken of when all of it is in the list', () => {
    const jobs = [aWatchedJob({ ref: ref('a'), job: anEndedJob({ outcome: 'failed' }) })]
    expect(trayFigures(aSnapshot({ jobs, notices: [aNotice({ ref: ref('a') })] }))).toEqual([])
  })
})

describe('list', () => {
  const connections = [aConnection({ fault: refused })]
  const jobs = [
    aWatchedJob({ ref: ref('still'), stalledSince: at }),
    aWatchedJob({ ref: ref('bad'), job: aJob({ processed: 75, failed: 25 }) }),
    aWatchedJob({ ref: ref('well') }),
  ]

  it('says below the jobs what else needs attention, and not to whoever wants some others', async () => {
    const { ask, out, printed } = await aCommandLine({}, jobs, connections)
    await list(ask, out, { asJson: false, state: 'attention' })
    expect(printed[0]).toBe('No watched job fits.')
    expect(printed[1]).toMatch(/^The tray counts as in need of attention too: the connection Outfitters/)
    await list(ask, out, { asJson: false, state: 'failed' })
    expect(printed.slice(-1)).toEqual(['No watched job fits.'])
  })

  it.each([
    ['stalled', ['still']],
    ['failing', ['bad']],
  ])('--state %s', async (state, ids) => {
    const { ask, out, printed } = await aCommandLine({}, jobs)
    await list(ask, out, { asJson: true, state })
    const found: readonly { readonly jobId: string }[] = JSON.parse(printed.join(''))
    expect(found.map(({ jobId }) => jobId)).toEqual(ids)
  })
})
