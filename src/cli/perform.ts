import { setTimeout as wait } from 'node:timers/promises'
import { assertNever } from '../shared/fault'
import type { PastedIds } from '../shared/job-id'
import { type Ask, CommandError } from './ask'
import { answerTimeout, needed, type Values } from './command-line'
import { forget, type Out, quit } from './commands'
import { connect, giveKey, keyOf } from './connect'
import { connections } from './connections'
import { diagnostics } from './diagnostics'
import { doctor } from './doctor'
import { idsFrom } from './ids'
import { list } from './list'
import type { Time } from './look-once'
import type { CommandName } from './manual/manual'
import { decide, outbox } from './outbox'
import { pause } from './pause'
import { progressLine } from './progress-line'
import { show } from './show'
import { readAtMost } from './standard-input'
import { timeline } from './timeline'
import { unwatch } from './unwatch'
import { watch } from './watch'
import { worker } from './worker'

export type Wanted = {
  readonly command: CommandName
  readonly words: readonly string[]
  readonly values: Values
  readonly ask: Ask
  readonly out: Out
}

type Simple = Omit<Wanted, 'command'> & { readonly command: Exclude<CommandName, 'doctor' | 'wait'> }

const time: Time = { now: () => performance.now(), pause: ms => wait(ms) }

/** Does one command; gives back its exit code. */
export async function perform(wanted: Wanted): Promise<number> {
  const { command, words, values, ask, out } = wanted
  switch (command) {
    // A script may ask both by the exit code alone.
    case 'doctor':
      return (await doctor(ask, out, needed(words[0], 'The connection', command), {
        asJson: values.json ?? false,
        insist: values.insist ?? false,
      }))
        ? 0
        : 1
    case 'wait':
      return worker(ask, out, command, words, values)
    default:
      await act({ ...wanted, command })
      return 0
  }
}

async function act({ command, words, values, ask, out }: Simple): Promise<unknown> {
  const asJson = values.json ?? false
  const insist = values['no-proof'] ?? false
  const connection = () => needed(words[0], 'The connection', command)
  const jobId = () => needed(words[1], 'The job id', command)
  switch (command) {
    case 'connect':
      return connect(ask, out, {
        name: needed(values.name, '--name', command),
        vendor: needed(values.vendor, '--vendor', command),
        url: needed(values.url, '--url', command),
        organization: values.org ?? '',
        key: await keyIn(values),
        insist,
        asJson,
      })
    case 'key':
      if (values['key-stdin'] === values.retry) throw new CommandError('key takes --key-stdin or --retry.', 2)
      return giveKey(ask, out, connection(), { key: await keyIn(values), insist, asJson })
    case 'connections':
      return connections(ask, out, asJson)
    case 'watch': {
      const { ids, refused: unclear } = await idsOf(command, words)
      return watch(ask, out, connection(), ids, {
        asJson,
        unclear,
        ...time,
        progress: progressLine,
      })
    }
    case 'unwatch':
      return unwatch(ask, out, connection(), await idsOf(command, words), asJson)
    case 'list':
      return list(ask, out, { asJson, state: values.state, connection: values.connection, type: values.type })
    case 'show':
      return show(ask, out, connection(), jobId(), { asJson, ...time })
    case 'timeline':
      return timeline(ask, out, connection(), jobId(), asJson)
    case 'diagnostics':
      return diagnostics(ask, out, asJson)
    case 'create':
    case 'post':
      return worker(ask, out, command, words, values)
    case 'outbox':
      return outbox(ask, out, { asJson, refused: values.refused ?? false })
    case 'decide': {
      const [post, decision] = [needed(words[0], 'The post', command), needed(words[1], 'The decision', command)]
      return decide(ask, out, post, decision, { asJson, timeoutMs: answerTimeout(values) })
    }
    case 'pause':
    case 'resume':
      return pause(ask, out, words[0], command === 'pause', asJson)
    case 'forget':
      return forget(ask, out, connection(), asJson)
    case 'quit':
      return quit(ask, out, asJson)
    default:
      return assertNever(command)
  }
}

/** Characters; main takes no longer one. */
const mostOfAKey = 10_000

async function keyIn(values: Values): Promise<string | null> {
  return values['key-stdin'] ? keyOf(await readAtMost(process.stdin, mostOfAKey, 'a key')) : null
}

function idsOf(command: 'watch' | 'unwatch', words: readonly string[]): Promise<PastedIds> {
  if (words.length < 2)
    throw new CommandError(`${command} takes a connection and at least one job id. See jobtray ${command} --help.`, 2)
  return idsFrom(words.slice(1), process.stdin)
}
