import { describe, expect, it } from 'vitest'
import { createWatcher } from '../../../src/main/watch/watcher'
import { bad, good } from '../../../src/shared/fault'
import { aWatcher } from '../../support/a-watcher'
import { anObservation, someFacts } from '../../support/builders'

const offline = bad({ kind: 'unreachable', cause: 'timeout', reason: '', mayHaveArrived: true } as const)

describe('the speed of a job', () => {
  const lookEach5s = async ({ watcher, clock, ref }: ReturnType<typeof aWatcher>, from: number, to: number) => {
    for (let look = from; look < to; look += 1) {
      watcher.receive(
        ref,
        good(anObservation(someFacts({ total: 10_000, processed: look * 10 }), { source: 'status' })),
      )
      await clock.pass(5_000)
    }
  }

  it('is on the board, stays through trouble, and goes on after a restart from the time line', async () => {
    const first = aWatcher()
    await lookEach5s(first, 4, 40)
    expect(first.board.job(first.ref)?.speed).toMatchObject({ perMinute: 120, eta: { latest: expect.any(String) } })
    first.watcher.receive(first.ref, offline)
    expect(first.board.job(first.ref)?.speed?.perMinute).toBe(120)

    const kept = first.journal.jobs.all()
    expect(kept[0]).not.toHaveProperty('speed')
    first.board.putJobs(kept)
    const second = createWatcher(first.ports)
    await lookEach5s({ ...first, watcher: second }, 40, 41)
    expect(first.board.job(first.ref)?.speed?.perMinute).toBeCloseTo(120, -1)
  })
})
