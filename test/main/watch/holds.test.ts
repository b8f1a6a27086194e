import { describe, expect, it } from 'vitest'
import { aHousehold } from '../../support/a-household'

/** A feed that names two jobs, all three of them running. */
function aFeed(own: Parameters<typeof aHousehold>[1] = {}) {
  const house = aHousehold(['feed'], own)
  house.names('feed', 'one', 'two')
  for (const jobId of ['feed', 'one', 'two']) house.runs(jobId)
  return house
}

describe('a family that is held until it has settled', () => {
  it('is told in one word, with what each of it did', () => {
    const house = aFeed()
    house.ends('one')
    house.ends('feed')
    expect(house.told()).toEqual([])
    house.ends('two', 'warned')
    expect(house.announced).toMatchObject([
      { title: 'Feed finished, 1 of its 2 jobs finished with warnings', outcome: 'warned', ref: { jobId: 'feed' } },
    ])
    expect(house.announced[0]?.body).toContain('Linked jobs: Two two finished with warnings, 1 finished')
  })

  it('is told in one word as well when its first job is the last to end', () => {
    const house = aFeed()
    for (const jobId of ['one', 'two', 'feed']) house.ends(jobId)
    expect(house.told()).toEqual(['Feed and its 2 jobs finished'])
  })

  it('keeps the endings that the word stands for in the inbox, told and not shown', () => {
    const house = aFeed()
    for (const jobId of ['one', 'two', 'feed']) house.ends(jobId)
    const titles = ['Feed and its 2 jobs finished', 'One finished', 'Two finished']
    expect(
      house
        .board()
        .parts()
        .notices.map(({ title }) => title)
        .sort(),
    ).toEqual(titles)
    expect(house.journal.notices.untold().map(({ title }) => title)).toEqual(['Feed and its 2 jobs finished'])
  })

  it('does not keep bad news back, and does not tell it again with the word for the whole, which names it', () => {
    const house = aFeed()
    house.ends('one', 'failed')
    expect(house.told()).toEqual(['One failed'])
    house.ends('feed')
    house.ends('two')
    expect(house.told()).toEqual(['One failed', 'Feed finished; 1 of its 2 jobs had failed'])
    expect(house.announced.map(({ outcome }) => outcome)).toEqual(['failed', 'succeeded'])
    expect(house.announced[1]?.body).toContain('Linked jobs: One one failed, 1 finished')
  })

  it('tells its jobs one by one when the first of it fails: there is no word to come', () => {
    const house = aFeed()
    house.ends('one')
    house.ends('feed', 'failed')
    house.ends('two')
    expect(house.told()).toEqual(['Feed failed', 'One finished', 'Two finished'])
  })

  it('waits for a job that is found late, and for what that one sets off', () => {
    const house = aFeed()
    house.ends('feed')
    house.ends('one')
    house.names('two', 'three')
    house.runs('two')
    house.ends('two')
    expect(house.told()).toEqual([])
    house.ends('three')
    expect(house.told()).toEqual(['Feed and its 3 jobs finished'])
  })

  it('waits again for a job that runs again', () => {
    const house = aFeed()
    house.ends('one')
    house.runs('one')
    house.ends('feed')
    house.ends('two')
    expect(house.told()).toEqual(['One finished'])
    house.ends('one')
    expect(house.told()).toEqual(['One finished', 'Feed and its 2 jobs finished'])
  })

  it('tells the first ending of a job that runs again before anybody was told', () => {
    const house = aFeed()
    house.ends('feed')
    house.runs('feed')
    expect(house.told()).toEqual(['Feed finished'])
    for (const jobId of ['one', 'two', 'feed']) house.ends(jobId)
    expect(house.told()).toEqual(['Feed finished', 'Feed and its 2 jobs finished'])
  })

  it('survives a restart', () => {
    const house = aFeed()
    house.ends('feed')
    house.ends('one')
    house.restart()
    expect([house.told(), house.job('feed')?.heldSince]).toEqual([[], '2026-03-02T12:00:00.000Z'])
    house.ends('two')
    house.restart()
    expect(house.told()).toEqual(['Feed and its 2 jobs finished'])
  })

  it('in a circle is not held for ever', () => {
    const house = aHousehold(['a', 'b'])
    house.names('a', 'b', 'a')
    house.names('b', 'a')
    for (const jobId of ['a', 'b']) house.runs(jobId)
    house.ends('a')
    expect(house.told()).toEqual([])
    house.ends('b')
    expect(house.told()).toEqual(['A finished', 'B finished'])
  })

  it('says nothing of a job that had ended before the first look, like any other', () => {
    const house = aHousehold(['feed'])
    house.names('feed', 'one')
    house.ends('feed')
    house.runs('one')
    house.ends('one')
    expect(house.told()).toEqual(['One finished'])
  })
})
