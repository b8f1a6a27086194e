import { describe, expect, it } from 'vitest'
import { type CommandContext, commandsFor } from '../../../src/renderer/palette/commands'
import { aWatchedJob } from '../../support/builders'

const now = new Date(2026, 2, 2, 23, 30)
const idle: CommandContext = {
  watched: null,
  connections: [],
  paused: false,
  snoozedUntil: null,
  unseen: 0,
  letGo: null,
  now,
}
const labels = (own: Partial<CommandContext>) => commandsFor({ ...idle, ...own }).map(({ label }) => label)

describe('the acts that are offered', () => {
  it('are each there once, by an id of their own', () => {
    const ids = commandsFor({ ...idle, watched: aWatchedJob(), unseen: 2 }).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('begin with those about the job at hand, and say what they would change', () => {
    expect(labels({ watched: aWatchedJob({ pinned: true }) })).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Unpin /), expect.stringMatching(/^Mute /)]),
    )
  })

  it('do not report progress where the API takes none', () => {
    const offered = labels({ watched: aWatchedJob({ vendor: 'retailgrid' }) })
    expect(offered.filter(label => label.startsWith('Report'))).toEqual([])
  })

  it('resume what is paused or snoozed, and snooze what is not', () => {
    expect(labels({ paused: true })).toContain('Resume watching')
    expect(labels({ snoozedUntil: new Date(now.getTime() + 1).toISOString() })).toContain('Resume notifications')
    expect(labels({ snoozedUntil: new Date(now.getTime() - 1).toISOString() })).toContain(
      'Snooze notifications for an hour',
    )
  })
})
