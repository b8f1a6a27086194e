import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Ask } from './ask'
import { answerTimeout, needed, timeoutOf, type Values } from './command-line'
import type { Out } from './commands'
import { create, type PostOptions, post } from './post'
import { createInput, progressInput, readTextFile } from './post-input'
import { wait } from './wait'

const postOptions = (values: Values): PostOptions => ({
  asJson: values.json ?? false,
  dryRun: values['dry-run'] ?? false,
  timeoutMs: answerTimeout(values),
  newId: randomUUID,
  note: line => void process.stderr.write(`${line}\n`),
})

/** One line that is written over; gone before anything else is printed. */
const progressLine = process.stderr.isTTY ? (line: string) => void process.stderr.write(`\r\x1b[K${line}`) : null

/** What a worker's script does: create a job, report its progress, wait for a job. */
export async function worker(
  ask: Ask,
  out: Out,
  command: 'create' | 'post' | 'wait',
  [name, id]: readonly string[],
  values: Values,
): Promise<void> {
  const connection = needed(name, 'The connection')
  switch (command) {
    case 'create':
      return create(ask, out, connection, createInput(values, readTextFile), postOptions(values))
    case 'post':
      return post(
        ask,
        out,
        connection,
        needed(id, 'The job id'),
        progressInput(values, readTextFile),
        postOptions(values),
      )
    case 'wait': {
      const lines: string[] = []
      try {
        process.exitCode = await wait(ask, line => lines.push(line), connection, needed(id, 'The job id'), {
          asJson: values.json ?? false,
          family: values.family ?? false,
          timeoutMs: timeoutOf(values),
          now: () => performance.now(),
          pause: ms => pause(ms),
          progress: progressLine,
        })
      } finally {
        progressLine?.('')
      }
      for (const line of lines) out(line)
    }
  }
}
