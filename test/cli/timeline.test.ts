import { describe, expect, it } from 'vitest'
import { diagnostics } from '../../src/cli/diagnostics'
import { timeline } from '../../src/cli/timeline'
import { timelineOf } from '../../src/shared/timeline'
import { countsSentence } from '../../src/shared/wording'
import { aCommandLine, refusal } from '../support/a-command-line'
import { aJob, aMoment, aWatchedJob } from '../support/builders'
import { someDiagnostics } from '../support/some-diagnostics'

const at = (minute: number) => `2026-03-02T12:0${minute}:00.000Z`
const entries = [
  aMoment({ at: at(0), stage: 'read', message: 'Reading\u001b[2J' }),
  aMoment({ at: at(5), stage: 'write', processed: 900, total: 1_200, failed: 3, unseenSince: at(3) }),
]
const line = timelineOf(entries, null, Date.parse(at(6)))
const asked = (watched: ReturnType<typeof aWatchedJob> | null) =>
  aCommandLine({
    'jobs:read': async () => ({ watched, connectionFault: null, paused: false }),
    'jobs:read-timeline': async () => line,
    'diagnostics:read': async () => someDiagnostics(),
  })

describe('timeline', () => {
  it('prints the time in each stage, then each entry, on lines that steer nothing', async () => {
    const { ask, out, printed } = await asked(aWatchedJob())
    await timeline(ask, out, 'Outfitters', 'enrichment-5f2c81d0', false)
    expect(printed).toEqual([
      'read: 5 min (began before it was watched, 2 min of it unseen)',
      'write: 1 min (so far)',
      `${at(0)}  in_progress · read · 40 of 100 · Reading[2J`,
      `${at(5)}  in_progress · write · 900 of 1,200 · 3 failed · not looked at since ${at(3)}`,
    ])
  })

  it('counts warnings by the word of every other sentence, one or more', async () => {
    const moments = [aMoment({ warned: 1 }), aMoment({ warned: 1_204 })]
    const { ask, out, printed } = await aCommandLine({
      'jobs:read': async () => ({ watched: aWatchedJob(), connectionFault: null, paused: false }),
      'jobs:read-timeline': async () => timelineOf(moments, null, Date.parse(at(6))),
    })
    await timeline(ask, out, 'Outfitters', 'enrichment-5f2c81d0', false)
    const words = printed.slice(1).map(text => text.split(' · ').at(-1))
    expect(words).toEqual(['1 warning', '1,204 warnings'])
    expect(words).toEqual(
      moments.map(moment =>
        countsSentence({ ...aJob(), ...moment })
          .split('items, ')
          .at(-1),
      ),
    )
  })

  it('gives scripts the whole, and refuses what is not watched', async () => {
    const { ask, out, printed } = await asked(aWatchedJob())
    await timeline(ask, out, 'Outfitters', 'enrichment-5f2c81d0', true)
    expect(JSON.parse(printed.join('\n'))).toEqual(line)
    const other = await asked(null)
    await expect(timeline(other.ask, other.out, 'Outfitters', 'x', false)).rejects.toEqual(
      refusal('x is not watched. Add it with jobtray watch.'),
    )
  })
})

describe('diagnostics', () => {
  it('prints the report that names nobody, and with --json all there is', async () => {
    const { ask, out, printed } = await asked(null)
    await diagnostics(ask, out, false)
    expect(printed.join('\n')).toContain('unknown-status “napping” from connection 1: 2 times since')
    expect(printed.join('\n')).not.toContain('Outfitters')
    printed.length = 0
    await diagnostics(ask, out, true)
    expect(JSON.parse(printed.join('\n'))).toMatchObject({ connections: [{ name: 'Outfitters' }] })
  })
})
