import { describe, expect, it } from 'vitest'
import { mostHeldMs, patienceMs } from '../../../src/main/watch/hold'
import { aHousehold } from '../../support/a-household'

const minute = 60_000

/** A feed that names two jobs, all three of them running. */
function aFeed(own: Parameters<typeof aHousehold>[1] = {}) {
  const house = aHousehold(['feed'], own)
  house.names('feed', 'one', 'two')
  for (const jobId of ['feed', 'one', 'two']) house.runs(jobId)
  return house
}

describe('a hold', () => {
  it('does not happen behind a job that tells nothing', () => {
    const house = aFeed({ mutedTypes: ['feed'] })
    house.ends('one')
    expect(house.told()).toEqual(['One finished'])
  })

  it('does not happen when it is off, and ends when it is switched off', () => {
    const off = aFeed({ holdForFamily: false })
    off.ends('feed')
    expect(off.told()).toEqual(['Feed finished'])
    const on = aFeed()
    on.ends('feed')
    on.change({ holdForFamily: false })
    expect(on.told()).toEqual(['Feed finished'])
    expect(on.announced[0]?.body).toContain('Linked jobs: 2 still running')
  })

  it('ends when the job that is waited for is taken off the list', () => {
    const house = aFeed()
    house.ends('feed')
    house.ends('one')
    house.forget('two')
    expect(house.told()).toEqual(['Feed and its one finished'])
  })

  it('of jobs whose first one is taken off the list ends, and each is told by itself', () => {
    const house = aFeed()
    house.ends('one')
    house.forget('feed')
    expect(house.told()).toEqual(['One finished'])
  })

  it('ends when the server does not have the job any more', async () => {
    const house = aFeed()
    house.ends('feed')
    house.ends('one')
    house.isNotFound('two')
    await house.clock.pass(minute)
    house.isNotFound('two')
    expect(house.announced[0]?.body).toContain('Linked jobs: 1 finished, 1 not found')
  })

  it('ends ten minutes after the job that is waited for was last to be seen', async () => {
    const house = aFeed()
    house.ends('feed')
    house.ends('one')
    house.isNotFound('two')
    await house.clock.pass(patienceMs - 1_000)
    expect(house.told()).toEqual([])
    await house.clock.pass(1_000)
    expect(house.announced[0]?.body).toContain('Linked jobs: 1 finished, 1 still running')
    house.ends('two')
    expect(house.told().at(-1)).toBe('Two finished')
  })

  it('of a link that leads to nothing anybody ever saw ends after ten minutes', async () => {
    const house = aHousehold(['feed'])
    house.names('feed', 'one')
    house.runs('feed')
    house.ends('feed')
    await house.clock.pass(patienceMs)
    expect(house.announced[0]).toMatchObject({
      title: 'Feed finished',
      body: expect.stringContaining('Linked job: one not seen'),
    })
  })

  it('ends after a day, whatever still moves', async () => {
    const house = aFeed()
    house.ends('feed')
    await house.clock.pass(mostHeldMs - 1_000)
    expect(house.told()).toEqual([])
    await house.clock.pass(1_000)
    expect(house.told()).toEqual(['Feed finished'])
  })

  it('is kept when the disk is full, and tried again', async () => {
    const house = aFeed()
    house.ends('feed')
    house.ends('one')
    house.db.exec('PRAGMA query_only = 1')
    house.ends('two')
    expect([house.told(), house.troubles.length > 0]).toEqual([[], true])
    house.db.exec('PRAGMA query_only = 0')
    await house.clock.pass(5_000)
    expect(house.told()).toEqual(['Feed and its 2 jobs finished'])
  })
})
