import { describe, expect, it } from 'vitest'
import { forget, quit } from '../../src/cli/commands'
import { unwatch } from '../../src/cli/unwatch'
import { aCommandLine, refusal } from '../support/a-command-line'

describe('unwatch', () => {
  it('takes jobs off the list, and names those that are not on it', async () => {
    const { ask, out, printed, asked } = await aCommandLine({ 'jobs:forget': async () => undefined })
    await expect(
      unwatch(ask, out, 'outfitters', { ids: ['enrichment-5f2c81d0', 'x'], refused: [] }, false),
    ).rejects.toEqual(refusal('Not watched: x.'))
    expect(asked.at(-1)).toEqual(['jobs:forget', [[{ connectionId: 'c1', jobId: 'enrichment-5f2c81d0' }]]])
    expect(printed).toEqual(['Watched no more: enrichment-5f2c81d0.'])
  })

  it('gives scripts both', async () => {
    const { ask, out, printed } = await aCommandLine({ 'jobs:forget': async () => undefined })
    await expect(
      unwatch(ask, out, 'outfitters', { ids: ['enrichment-5f2c81d0', 'x'], refused: [] }, true),
    ).rejects.toMatchObject({
      exitCode: 1,
    })
    expect(JSON.parse(printed.join(''))).toEqual({
      connection: 'Outfitters',
      removed: ['enrichment-5f2c81d0'],
      missing: ['x'],
    })
  })

  it('of none that is watched asks for nothing to be forgotten, and names the first few of many', async () => {
    const { ask, out, asked } = await aCommandLine()
    await expect(unwatch(ask, out, 'Shop', { ids: ['enrichment-5f2c81d0'], refused: [] }, false)).rejects.toEqual(
      refusal('Not watched: enrichment-5f2c81d0.'),
    )
    const ids = Array.from({ length: 2_000 }, (_, index) => `job-${index}`)
    await expect(unwatch(ask, out, 'Outfitters', { ids, refused: [] }, false)).rejects.toEqual(
      refusal('Not watched: 2,000 jobs: job-0, job-1, job-2 and 1,997 more.'),
    )
    expect(asked.map(([name]) => name)).toEqual(['state:read', 'state:read'])
  })
})

describe('forget', () => {
  it('removes the connection of that name', async () => {
    const { ask, out, printed, asked } = await aCommandLine()
    await forget(ask, out, 'SHOP', false)
    expect(asked[1]).toEqual(['connections:remove', ['c2']])
    expect(printed).toEqual(['Forgot Shop, its key and its jobs.'])
    await forget(ask, out, 'SHOP', true)
    expect(JSON.parse(printed[1] ?? '')).toEqual({ connection: 'Shop', keyStays: null })
  })

  it('does not claim that a key is gone which the keychain keeps', async () => {
    const stays = 'Its key is not used any more, but is still in the keychain, which is locked.'
    const { ask, out } = await aCommandLine({ 'connections:remove': async () => stays })
    await expect(forget(ask, out, 'Shop', false)).rejects.toEqual(refusal(`Forgot Shop and its jobs. ${stays}`))
  })
})

it('quit tells a person and a script', async () => {
  const { ask, out, printed } = await aCommandLine({ 'app:quit': async () => undefined })
  await quit(ask, out, false)
  await quit(ask, out, true)
  expect([printed[0], JSON.parse(printed[1] ?? '')]).toEqual(['Jobtray is quitting.', { quitting: true }])
})
