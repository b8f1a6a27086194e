import { connect, type Socket } from 'node:net'
import { onLines, toLine } from '../profile/lines'
import type { Answer, RequestName, Requests } from '../shared/ipc'
import { type Owners, openDoor, ownersOf } from './socket-door'

/**
 * 1 refused, 2 wrong usage (64 of `wait`, whose 2 is an outcome), 69 the app is not running, 75 a post still waits in the
 * outbox, 76 nobody knows whether it arrived, 124 the time is over.
 */
export type ExitCode = 1 | 2 | 64 | 69 | 75 | 76 | 124

/** Why a command could not do its work: one line for the person, and the exit code. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode,
  ) {
    super(message)
  }
}

/** The app had the question, and stopped or hung before it answered: whether it did what was asked, nobody knows. */
export class LostAnswer extends CommandError {
  constructor(message: string) {
    super(message, 69)
  }
}

export type Ask = <Name extends RequestName>(
  name: Name,
  ...args: Parameters<Requests[Name]>
) => Promise<ReturnType<Requests[Name]>>

/** A watch list of tens of thousands of jobs is a few dozen megabytes; characters. */
const longestAnswer = 512 * 1_048_576

export type AskOptions = {
  /** What is said when no app answers there. */
  readonly notRunning?: string
  /** Whose app is asked; one's own unless said otherwise. */
  readonly owners?: Owners
  /** How long an answer is waited for, ms. */
  readonly patience?: (name: RequestName, args: readonly unknown[]) => number
}

const minute = 60_000

/** An app that hangs must not hang a script; a server's answer, which some requests wait for, takes its time. */
function usualPatience(name: RequestName, args: readonly unknown[]): number {
  if (name === 'posts:settled') return minute + Number(args[1])
  return name === 'connections:doctor' || name === 'connections:save' || name === 'keychain:retry' ? 5 * minute : minute
}

/** Asks the app that runs in a profile, over its socket, at the first of the paths that answers; one question a connection. */
export const askAt =
  (
    paths: readonly string[],
    {
      notRunning = 'Jobtray is not running in this profile.',
      owners = ownersOf(),
      patience = usualPatience,
    }: AskOptions = {},
  ): Ask =>
  async (name, ...args) => {
    const socket = await connected(paths, owners, notRunning)
    const answer = readAnswer<ReturnType<Requests[typeof name]>>(
      await exchange(socket, toLine({ request: name, args }), patience(name, args)),
    )
    if (!answer.ok) throw new CommandError(answer.message, 1)
    return answer.value
  }

async function connected(paths: readonly string[], owners: Owners, notRunning: string): Promise<Socket> {
  let why = notRunning
  for (const path of paths) {
    const door = openDoor(path, owners)
    if (door.kind === 'refused') why = door.why
    if (door.kind !== 'open') continue
    const socket = await connectedTo(door.path)
    door.close()
    if (socket !== null) return socket
  }
  throw new CommandError(why, 69)
}

/** Null: nobody listens there any more. */
const connectedTo = (path: string): Promise<Socket | null> =>
  new Promise(resolve => {
    const socket = connect(path)
    socket.once('connect', () => resolve(socket))
    socket.on('error', () => {
      socket.destroy()
      resolve(null)
    })
  })

function readAnswer<T>(line: string): Answer<T> {
  try {
    return JSON.parse(line)
  } catch {
    throw new CommandError('The answer of Jobtray could not be read.', 1)
  }
}

function exchange(socket: Socket, question: string, patienceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let failure = 'Jobtray stopped before it answered.'
    const timer = setTimeout(() => {
      failure = 'Jobtray runs, but does not answer. Quit it and start it again.'
      socket.destroy()
    }, patienceMs)
    socket.once('close', () => {
      clearTimeout(timer)
      reject(new LostAnswer(failure))
    })
    onLines(socket, longestAnswer, answer => {
      resolve(answer)
      socket.destroy()
    })
    socket.write(question)
  })
}
