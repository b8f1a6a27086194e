import { describe, expect, it } from 'vitest'
import { doctor } from '../../src/cli/doctor'
import { type DoctorReport, doctorStepNames } from '../../src/shared/doctor'
import { aCommandLine, refusal } from '../support/a-command-line'
import { aConnection } from '../support/builders'

const aReport = (state: 'ok' | 'warning' | 'failed'): DoctorReport => ({
  connection: 'Outfitters\u001b[2J',
  vendor: 'merchantops',
  origin: 'https://api.example.com',
  at: '2026-03-02T12:00:00.000Z',
  waitsUntil: null,
  steps: doctorStepNames.map(name => ({ name, state, said: 'Said.', advice: state === 'failed' ? 'Do.' : null })),
})

describe('doctor', () => {
  it('prints the report, which steers no terminal, and is content when nothing failed', async () => {
    const { ask, out, printed, asked } = await aCommandLine({ 'connections:doctor': async () => aReport('ok') })
    expect(await doctor(ask, out, 'outfitters', { asJson: false, insist: false })).toBe(true)
    expect(asked.at(-1)).toEqual(['connections:doctor', ['c1', false]])
    expect(printed.join('\n').split('\n')).toHaveLength(12)
    expect(printed.join()).not.toContain('\u001b')
  })

  it('gives scripts the report as it is, and is not content when a step failed', async () => {
    const { ask, out, printed } = await aCommandLine({ 'connections:doctor': async () => aReport('failed') })
    expect(await doctor(ask, out, 'Outfitters', { asJson: true, insist: false })).toBe(false)
    expect(JSON.parse(printed.join())).toEqual(aReport('failed'))
  })

  it('is content with a warning: a key that may only watch is good for watching', async () => {
    const { ask, out } = await aCommandLine({ 'connections:doctor': async () => aReport('warning') })
    expect(await doctor(ask, out, 'Outfitters', { asJson: false, insist: false })).toBe(true)
  })

  it('asks although the server wants no requests when a person insists', async () => {
    const { ask, out, asked } = await aCommandLine({ 'connections:doctor': async () => aReport('ok') })
    await doctor(ask, out, 'Outfitters', { asJson: false, insist: true })
    expect(asked.at(-1)).toEqual(['connections:doctor', ['c1', true]])
  })

  it.each([
    ['has-key', null, 'Do. Here: jobtray key Outfitters --key-stdin'],
    ['locked', null, 'Do. Here: jobtray key Outfitters --retry, or jobtray key Outfitters --key-stdin'],
    ['has-key', '2026-03-02T12:00:25.000Z', 'Test again then, or ask all the same: jobtray doctor Outfitters --insist'],
  ] as const)('names the command that helps: key %s, waits until %s', async (keyState, waitsUntil, line) => {
    const handlers = { 'connections:doctor': async () => ({ ...aReport('failed'), waitsUntil }) }
    const { ask, out, printed } = await aCommandLine(handlers, [], [aConnection({ keyState })])
    await doctor(ask, out, 'Outfitters', { asJson: false, insist: false })
    expect(
      printed
        .join('\n')
        .split('\n')
        .map(text => text.trim()),
    ).toContain(line)
  })

  it('of a connection that nobody made says which there are', async () => {
    const { ask, out } = await aCommandLine()
    await expect(doctor(ask, out, 'Nobody', { asJson: false, insist: false })).rejects.toEqual(
      refusal('There is no connection named Nobody. There is: Outfitters, Shop.'),
    )
  })
})
