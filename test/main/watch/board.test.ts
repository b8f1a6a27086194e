import { describe, expect, it } from 'vitest'
import { type BoardStart, createBoard } from '../../../src/main/watch/board'
import { defaultSettings } from '../../../src/shared/settings'
import type { Delta, WatchedJob } from '../../../src/shared/snapshot'
import { aConnection, aJob, aNotice, aWatchedJob } from '../../support/builders'
import { fakeClock } from '../../support/fake-clock'

function aBoard() {
  const clock = fakeClock()
  const troubles: unknown[] = []
  const start: BoardStart = {
    app: { version: '0', mode: 'live', platform: 'linux', hasTray: true },
    connections: [aConnection()],
    notices: [],
    banners: [],
    settings: defaultSettings,
    jobs: [aWatchedJob()],
  }
  const board = createBoard(clock, start, (_where, error) => void troubles.push(error))
  const deltas: Delta[] = []
  board.subscribe(delta => deltas.push(delta))
  return { clock, board, deltas, troubles }
}

describe('the board', () => {
  it('tells the others when one who listens stumbles, each time', async () => {
    const { clock, board, troubles } = aBoard()
    board.subscribe(() => {
      throw new Error('a bug of ours')
    })
    const heard: Delta[] = []
    board.subscribe(delta => heard.push(delta))
    for (const processed of [1, 2]) {
      board.putJobs([aWatchedJob({ job: aJob({ processed }) })])
      await clock.pass(1_000)
    }
    expect([heard.length, troubles.length]).toEqual([2, 2])
  })

  it('says whether anything has turned, or is merely further along', async () => {
    const { clock, board } = aBoard()
    const heard: boolean[] = []
    board.subscribe((_delta, turned) => heard.push(turned))
    const turnedBy = async (act: () => void) => {
      act()
      await clock.pass(1_000)
      return heard.at(-1)
    }
    const running = aJob({ phase: 'running', outcome: null, processed: 1 })
    const put = (own: Partial<WatchedJob>) => turnedBy(() => board.putJobs([aWatchedJob({ job: running, ...own })]))
    await put({})
    expect(await put({ job: { ...running, processed: 2 } })).toBe(false)
    expect(await put({ job: { ...running, processed: 3 }, stalledSince: '2026-01-01T00:00:00Z' })).toBe(true)
    expect(await put({ job: { ...running, phase: 'ended', outcome: 'failed' } })).toBe(true)
    expect(await turnedBy(() => board.putConnection(aConnection({ requestsLastHour: 9 })))).toBe(false)
    expect(await turnedBy(() => board.putConnection(aConnection({ paused: true })))).toBe(true)
    expect(await turnedBy(() => board.addNotices([aNotice()]))).toBe(true)
    expect(await turnedBy(() => board.dropJobs([aWatchedJob().ref]))).toBe(true)
  })

  it('tells many changes together, at most four times a second', async () => {
    const { clock, board, deltas } = aBoard()
    for (let time = 0; time < 100; time += 1) {
      board.putJobs([aWatchedJob({ job: aJob({ processed: time }) })])
      await clock.pass(10)
    }
    expect(deltas.length).toBeLessThanOrEqual(4)
    expect(deltas.at(-1)?.jobs?.[0]?.job?.processed).toBeGreaterThan(70)
  })

  it('tells only what changed, under the next version', async () => {
    const { clock, board, deltas } = aBoard()
    const { version } = board.snapshot()
    board.put({ settings: { ...defaultSettings, paused: true } })
    await clock.pass(250)
    expect(deltas).toEqual([{ version: version + 1, settings: { ...defaultSettings, paused: true } }])
  })

  it('gives the text that it prepared once, and one made anew after a change was told', async () => {
    const { clock, board, deltas } = aBoard()
    const said = () => {
      const { version, jobs } = JSON.parse(board.takeText())
      return [version, jobs[0].job.processed]
    }
    const move = (processed: number) => board.putJobs([aWatchedJob({ job: aJob({ processed }) })])
    move(1)
    board.prepareText()
    move(2)
    // not told yet: it comes as the next delta
    expect(said()).toEqual([2, 1])
    expect(said()).toEqual([3, 2])
    board.prepareText()
    move(3)
    await clock.pass(1_000)
    expect(said()).toEqual([4, 3])
    expect(deltas.map(({ version }) => version)).toEqual([2, 3, 4])
  })

  it('gives a snapshot that the next delta fits on', async () => {
    const { clock, board, deltas } = aBoard()
    board.putJobs([aWatchedJob()])
    const { version } = board.snapshot()
    board.putJobs([aWatchedJob()])
    await clock.pass(250)
    expect(deltas.at(-1)?.version).toBe(version + 1)
  })

  it('says nothing while nothing happens', async () => {
    const { clock, deltas } = aBoard()
    await clock.pass(60_000)
    expect([deltas.length, clock.pending()]).toEqual([0, 0])
  })

  it('tells of a job that was forgotten and taken back as present', async () => {
    const { clock, board, deltas } = aBoard()
    const watched = aWatchedJob()
    board.dropJobs([watched.ref])
    board.putJobs([watched])
    await clock.pass(250)
    expect(deltas).toMatchObject([{ jobs: [watched] }])
    expect(deltas[0]).not.toHaveProperty('forgotten')
  })

  it('keeps the newest 200 notices, newest first', () => {
    const { board } = aBoard()
    for (let id = 1; id <= 250; id += 1) board.addNotices([aNotice({ id })])
    const kept = board.parts().notices.map(notice => notice.id)
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([200, 250, 51])
  })

  it('raises a banner once and lowers it', () => {
    const { board } = aBoard()
    const banner = { id: 'disk', tone: 'error', text: 'full', act: null } as const
    board.raise(banner)
    board.raise({ ...banner, text: 'still full' })
    expect(board.parts().banners.map(each => each.text)).toEqual(['still full'])
    board.lower('disk')
    expect(board.parts().banners).toEqual([])
  })
})
