import type { createSaving, SavingPorts } from './saving'

/** What checks and proves a form is loaded with the first one: most starts never need it. */
export const savedWhenAsked =
  (ports: SavingPorts): ReturnType<typeof createSaving> =>
  async (...asked) =>
    (await import('./saving')).createSaving(ports)(...asked)
