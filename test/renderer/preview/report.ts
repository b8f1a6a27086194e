import { type DoctorReport, type DoctorState, doctorStepNames } from '../../../src/shared/doctor'

const found: Readonly<Record<string, readonly [DoctorState, string, string | null]>> = {
  name: ['ok', 'api.merchantops.ai is 203.0.113.7.', null],
  tcp: ['ok', 'Port 443 accepts connections.', null],
  tls: ['ok', 'Certificate of api.merchantops.ai, valid until 3 Feb 2027.', null],
  proxy: ['not-needed', 'No proxy is set.', null],
  api: ['ok', 'It answers as a jobs API.', null],
  key: ['failed', 'The key was refused (401).', 'Enter a valid key for this connection.'],
}

export const report: DoctorReport = {
  connection: 'Outfitters EU',
  vendor: 'merchantops',
  origin: 'https://api.merchantops.ai',
  at: '2026-03-02T12:00:00.000Z',
  waitsUntil: null,
  steps: doctorStepNames.map(name => {
    const [state, said, advice] = found[name] ?? ['not-reached', 'It rests on the key.', null]
    return { name, state, said, advice }
  }),
}
