import { describe, expect, it } from 'vitest'
import { page } from '../../src/cli/manual/usage'
import { pause } from '../../src/cli/pause'
import { defaultSettings } from '../../src/shared/settings'
import { aCommandLine } from '../support/a-command-line'
import { aConnection } from '../support/builders'

const handlers = {
  'connections:change': async () => aConnection(),
  'settings:change': async () => defaultSettings,
}

describe('pause and resume', () => {
  it('stop and go on with one connection by its name', async () => {
    const { ask, out, printed, asked } = await aCommandLine(handlers)
    await pause(ask, out, 'shop', true, false)
    await pause(ask, out, 'Shop', false, false)
    expect(asked.filter(([name]) => name !== 'state:read')).toEqual([
      ['connections:change', ['c2', { paused: true }]],
      ['connections:change', ['c2', { paused: false }]],
    ])
    expect(printed).toEqual(['Paused Shop.', 'Going on with Shop.'])
  })

  it('stop and go on with everything when no connection is named', async () => {
    const { ask, out, printed, asked } = await aCommandLine(handlers)
    await pause(ask, out, undefined, true, false)
    expect(asked[1]).toEqual(['settings:change', [{ paused: true }]])
    expect(printed).toEqual(['Paused all watching.'])
  })

  it('going on with everything names what a person paused by itself', async () => {
    const { ask, out, printed } = await aCommandLine(handlers, [], [aConnection({ paused: true })])
    await pause(ask, out, undefined, false, false)
    expect(printed).toEqual([
      'Going on with all watching.',
      'Still paused by name: Outfitters. jobtray resume N goes on with one.',
    ])
  })

  it('tell scripts what was done', async () => {
    const { ask, out, printed } = await aCommandLine(handlers)
    await pause(ask, out, 'shop', true, true)
    await pause(ask, out, undefined, false, true)
    expect(printed.map(text => JSON.parse(text))).toEqual([
      { paused: true, connection: 'Shop' },
      { paused: false, connection: null },
    ])
  })
})

it('the page of pause says what becomes of posts in either case', () => {
  expect(page('pause')).toContain('With a name its posts wait in the outbox as well')
})
