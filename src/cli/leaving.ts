import { constants } from 'node:os'
import { progressLine } from './progress-line'

/** What a person who does not wait should know. */
const farewells: ReadonlyMap<string, string> = new Map([
  ['wait', 'Not waited for any longer. The job is still on the watch list.'],
  ['create', 'Not waited for. If it was in line already, it is sent all the same: see jobtray outbox.'],
  ['post', 'Not waited for. If it was in line already, it is sent all the same: see jobtray outbox.'],
  ['decide', 'Not waited for. What was decided stands: see jobtray outbox.'],
  ['watch', 'Stopped. What was put on the watch list before stays there.'],
])

/** Ctrl-C and a polite kill end the command with the shell's own code, on a clean line. */
export function leaveOnSignals(command: string | undefined): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      progressLine?.('')
      const farewell = farewells.get(command ?? '')
      if (farewell !== undefined) process.stderr.write(`${farewell}\n`)
      process.exit(128 + constants.signals[signal])
    })
  }
}
