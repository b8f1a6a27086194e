import type { Doctor, DoctorPorts } from './doctor'

/** The doctor comes when it is called: most starts never need it. */
export const calledIn =
  (ports: DoctorPorts): Doctor =>
  async (...asked) =>
    (await import('./doctor')).createDoctor(ports)(...asked)
