import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Ask } from './ask'
import { answerTimeout, needed, timeoutOf, type Values } from './command-line'
import type { Out } from './commands'
import { create, type PostOptions, post } from './post'
import { createInput, progressInput, readTextFile } from './post-input'
import { progressLine } from './progress-line'
import { wait } from './wait'

const postOptions = (values: Values): PostOptions => ({
  asJson: values.json ?? false,
  dryRun: values['dry-run'] ?? false,
  timeoutMs: answerTimeout(values),
  newId: randomUUID,
  note: line => void process.stderr.write(`${line}\n`),
})

/** What a worker's script does: create a job, report its progress, wait for a job. */
export async function worker(
  ask: Ask,
  out: Out,
  command: 'create' | 'post' | 'wait',
  [name, id]: readonly string[],
  values: Values,
): Promise<number> {
  const connection = needed(name, 'The connection', command)
  switch (command) {
    case 'create':
      await create(ask, out, connection, createInput(values, readTextFile), postOptions(values))
      return 0
    case 'post':
      await post(
        ask,
        out,
        connection,
        needed(id, 'The job id', command),
        progressInput(values, readTextFile),
        postOptions(values),
      )
      return 0
    case 'wait':
      try {
        return await wait(ask, clearing(out), connection, needed(id, 'The job id', command), {
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
  }
}

/** Whatever is printed stands where the progress stood. */
const clearing =
  (out: Out): Out =>
  text => {
    progressLine?.('')
    out(text)
  }
