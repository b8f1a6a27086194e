import { describe, expect, it } from 'vitest'
import { type GlanceSource, glance } from '../../../src/main/watch/glance'
import { sight } from '../../../src/main/watch/sighting'
import { bad, good } from '../../../src/shared/fault'
import type { WatchedJob } from '../../../src/shared/snapshot'
import { among, aParent, refOf } from '../../support/a-family'
import { aConnection, aJob, aNotice, anEndedJob, anObservation, anUnseenJob, aWatchedJob } from '../../support/builders'

const source = ({
  jobs = [],
  ...own
}: { readonly jobs?: readonly WatchedJob[] } & Partial<GlanceSource> = {}): GlanceSource => ({
  jobs,
  find: among(jobs),
  connections: [aConnection()],
  notices: [],
  banners: [],
  paused: false,
  snoozedUntil: null,
  ...own,
})
const job = (jobId: string, own: Parameters<typeof aWatchedJob>[0] = {}) =>
  aWatchedJob({ ref: { connectionId: 'c1', jobId }, ...own })
const offline = {
  fault: { kind: 'unreachable', cause: 'connect', reason: '', mayHaveArrived: false },
  since: '',
} as const

describe('the glance of the tray', () => {
  it('counts the jobs that stand still, so that it can be seen when one goes on', () => {
    const still = { stalledSince: '2026-03-02T11:00:00.000Z' }
    const jobs = [job('a', still), job('b', still), job('c'), job('d', { ...still, muted: true })]
    expect(glance(source({ jobs })).tooltip).toBe('4 active, 2 stalled, 2 known troubles')
  })

  it('does not count a job as active that was not found before the server went down', () => {
    const at = new Date(0)
    const lost = sight(anUnseenJob({ ref: refOf('a') }), bad({ kind: 'not-found', said: null }), at)
    const down = sight(lost, bad(offline.fault), at)
    const jobs = [down, job('b', { job: null, fault: offline })]
    expect(glance(source({ jobs })).tooltip).toBe('1 active, 1 needs attention, server unreachable')
    const found = sight(down, good(anObservation()), at)
    expect(glance(source({ jobs: [sight(found, bad(offline.fault), at)] })).tooltip).toBe(
      '1 active, server unreachable',
    )
  })

  it('is idle with nothing to watch', () => {
    expect(glance(source())).toMatchObject({ state: 'idle', tooltip: 'No active jobs', active: [], recent: [] })
  })

  it('names every active job with its percent, the furthest along first', () => {
    const crawl = aJob({ jobType: 'crawl', percent: { value: 62.9, source: 'server' }, failed: 3 })
    const { state, tooltip, active } = glance(source({ jobs: [job('a'), job('b', { job: crawl })] }))
    expect({ state, tooltip, lines: active.map(line => line.text) }).toEqual({
      state: 'active',
      tooltip: '2 active',
      lines: ['Crawl · 62 % · 3 failed', 'Enrichment · 40 %'],
    })
  })

  it('says how long a job may still take, unless it cannot be seen', () => {
    const eta = { earliest: '2026-03-02T12:12:00.000Z', latest: '2026-03-02T12:15:00.000Z' }
    const speed = { perMinute: 4, eta }
    expect(glance(source({ jobs: [job('a', { speed })] })).active[0]?.text).toBe('Enrichment · 40 % · 12–15 min left')
    const unseen = glance(source({ jobs: [job('a', { speed, fault: offline })] }))
    expect(unseen.active[0]?.text).toBe('Enrichment · 40 % · not reached')
  })

  it('lets an unseen failure outrank what is running', () => {
    const shown = glance(source({ jobs: [job('a')], notices: [aNotice()] }))
    expect(shown).toMatchObject({ state: 'failed', tooltip: '1 active, 1 needs attention' })
  })

  it('is calm again when the failure has been seen', () => {
    expect(glance(source({ jobs: [job('a')], notices: [aNotice({ seen: true })] })).state).toBe('active')
  })

  it('asks for attention for warnings, partial endings and connections in trouble, and counts each once', () => {
    const notices = [aNotice({ id: 3, outcome: 'warned' }), aNotice({ id: 2, outcome: 'partial' })]
    const fault = { fault: { kind: 'unauthorized', said: null }, since: '' } as const
    const shown = glance(source({ notices, connections: [aConnection({ fault })] }))
    expect(shown).toMatchObject({ state: 'attention', tooltip: 'No active jobs, 2 need attention' })
  })

  const lost = { fault: { kind: 'unauthorized', said: null }, since: '' } as const
  it.each([
    [
      'a connection without its key',
      { connections: [aConnection({ fault: lost })] },
      { kind: 'connection', ref: null },
    ],
    ['a stall', { jobs: [job('a', { stalledSince: '2026-03-02T11:00:00.000Z' })] }, { kind: 'stalled' }],
    ['many failures', { jobs: [job('a', { job: aJob({ processed: 80, failed: 20 }) })] }, { kind: 'failure-rate' }],
  ] as const)('%s asks for attention until it was seen, and is known trouble from then on', (_name, own, told) => {
    const ref = { connectionId: 'c1', jobId: 'a' }
    const shown = (seen: boolean) =>
      glance(source({ ...own, notices: [aNotice({ ref, outcome: null, ...told, seen })] }))
    const [before, after] = [shown(false), shown(true)]
    expect([before.state, after.state]).toEqual(['attention', 'acknowledged'])
    expect([before.tooltip, after.tooltip].map(text => text.split(', ').at(-1))).toEqual([
      '1 needs attention',
      '1 known trouble',
    ])
  })

  it('leaves a muted job out of the known trouble', () =>
    expect(glance(source({ jobs: [job('a', { muted: true, stalledSince: '2026-03-02T11:00:00.000Z' })] })).state).toBe(
      'active',
    ))

  it('lists the jobs that take a report: active ones of MerchantOps whose key may write', () => {
    const connections = [
      aConnection(),
      aConnection({ id: 'c2', vendor: 'retailgrid' }),
      aConnection({ id: 'c3', writeFault: lost }),
      aConnection({ id: 'c4', fault: lost }),
    ]
    const at = (connectionId: string, own = {}) => aWatchedJob({ ref: { connectionId, jobId: 'a' }, ...own })
    const jobs = [at('c1'), at('c2'), at('c3'), at('c4')]
    const ended = aWatchedJob({ ref: { connectionId: 'c1', jobId: 'b' }, job: anEndedJob() })
    const { reportable } = glance(source({ connections, jobs: [...jobs, ended, job('new', { job: null })] }))
    expect(reportable.map(({ ref }) => ref)).toEqual([{ connectionId: 'c1', jobId: 'a' }])
    const many = Array.from({ length: 30 }, (_, index) => job(`a${index}`))
    expect(glance(source({ jobs: many })).reportable).toHaveLength(10)
  })

  it('says until when notifications are snoozed', () => {
    const snoozedUntil = new Date(2026, 2, 3, 8, 0).toISOString()
    expect(glance(source({ snoozedUntil })).tooltip).toBe('No active jobs, notifications snoozed until 08:00')
  })

  it('does not bother anyone for a success', () => {
    expect(glance(source({ notices: [aNotice({ outcome: 'succeeded' })] })).state).toBe('idle')
  })

  it('is offline when no active job can be reached, and says so at each', () => {
    const shown = glance(source({ jobs: [job('a', { fault: offline })] }))
    expect(shown).toMatchObject({ state: 'offline', tooltip: '1 active, server unreachable' })
    expect(shown.active[0]?.text).toBe('Enrichment · 40 % · not reached')
  })

  it('counts a job that was never found as trouble, not as active, as the window does', () => {
    const notFound = { fault: { kind: 'not-found', said: null }, since: '' } as const
    const shown = glance(source({ jobs: [anUnseenJob({ fault: notFound })] }))
    expect(shown).toMatchObject({ state: 'attention', tooltip: 'No active jobs, 1 needs attention', active: [] })
  })

  it('shows a job before its first look', () => {
    expect(glance(source({ jobs: [anUnseenJob()] })).active[0]?.text).toBe('5f2c81d0 · first look…')
  })

  it('lists the newest five endings, newest first', () => {
    const jobs = [3, 1, 6, 2, 5, 4].map(minute =>
      job(`j${minute}`, { job: anEndedJob(), endedSeenAt: `2026-03-02T12:0${minute}:00.000Z` }),
    )
    expect(glance(source({ jobs })).recent.map(line => line.ref.jobId)).toEqual(['j6', 'j5', 'j4', 'j3', 'j2'])
  })

  it('keeps the menu short and counts what it leaves out', () => {
    const jobs = Array.from({ length: 40 }, (_, index) => job(`j${index}`))
    const { active, moreActive } = glance(source({ jobs }))
    expect([active.length, moreActive]).toEqual([25, 15])
  })

  it('blames no server while the connection is not asked at all', () => {
    const fault = { fault: { kind: 'no-key', why: 'locked' }, since: '' } as const
    const shown = glance(source({ jobs: [job('a', { fault: offline })], connections: [aConnection({ fault })] }))
    expect(shown).toMatchObject({ state: 'attention', tooltip: '1 active, 1 needs attention' })
  })

  it('asks for attention when the window has something to say about the app itself', () => {
    const banner = { id: 'journal', tone: 'warning', text: 'The database was damaged.', act: null } as const
    expect(glance(source({ banners: [banner] }))).toMatchObject({ state: 'attention' })
  })

  it('says beside a job the worst of what it has set off', () => {
    const failed = job('b', { job: anEndedJob({ outcome: 'failed' }) })
    const shown = glance(source({ jobs: [aParent('a', ['b', 'c']), failed, job('c')] }))
    expect(shown.active[0]).toEqual({ ref: refOf('a'), text: 'Enrichment · 40 % · 1 of 2 linked jobs failed' })
  })

  it('says that watching is paused', () => {
    expect(glance(source({ jobs: [job('a')], paused: true }))).toMatchObject({
      state: 'idle',
      paused: true,
      tooltip: '1 active, watching paused',
    })
  })
})
