import { describe, expect, it } from 'vitest'
import { type DoctorReport, type DoctorStep, doctorStepNames, doctorText, isHealthy } from '../../src/shared/doctor'

const steps: readonly DoctorStep[] = doctorStepNames.map(name => ({ name, state: 'ok', said: 'Fine.', advice: null }))
const aReport = (own: Partial<DoctorReport> = {}): DoctorReport => ({
  connection: 'Outfitters',
  vendor: 'merchantops',
  origin: 'https://api.example.com',
  at: '2026-03-02T12:00:00.000Z',
  waitsUntil: null,
  steps,
  ...own,
})
const withStep = (own: DoctorStep) => aReport({ steps: steps.map(step => (step.name === own.name ? own : step)) })

describe('the report of the doctor', () => {
  it.each([
    ['ok', true],
    ['not-needed', true],
    ['not-reached', true],
    ['failed', false],
  ] as const)('with a step that is %s is healthy: %s', (state, healthy) => {
    expect(isHealthy(withStep({ name: 'tls', state, said: 'x', advice: null }))).toBe(healthy)
  })

  it('reads as one line a step, with the advice under a failed one', () => {
    const text = doctorText(
      withStep({ name: 'tls', state: 'failed', said: 'Not secure: expired.', advice: 'Renew the certificate.' }),
    )
    const lines = text.split('\n')
    expect(lines[0]).toBe('Outfitters (MerchantOps, https://api.example.com), 2026-03-02T12:00:00.000Z')
    expect(lines).toHaveLength(2 + doctorStepNames.length + 1)
    const at = lines.findIndex(line => line.startsWith('FAILED'))
    expect(lines[at]).toMatch(/^FAILED {7}Secure connection {4}Not secure: expired\.$/)
    expect(lines[at + 1]).toMatch(/^ +Renew the certificate\.$/)
  })
})
