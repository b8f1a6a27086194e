import { lstatSync } from 'node:fs'
import { connect } from 'node:net'
import { onLines, toLine } from '../profile/lines'
import type { Answer, RequestName, Requests } from '../shared/ipc'

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

export type Ask = <Name extends RequestName>(
  name: Name,
  ...args: Parameters<Requests[Name]>
) => Promise<ReturnType<Requests[Name]>>

/** A watch list of tens of thousands of jobs is a few dozen megabytes; characters. */
const longestAnswer = 512 * 1_048_576

export type AskOptions = {
  /** What is said when no app answers there. */
  readonly notRunning?: string
  /** Who asks, where systems have such ids. */
  readonly user?: number | undefined
  /** How long an answer is waited for, ms. */
  readonly patience?: (name: RequestName, args: readonly unknown[]) => number
}

const minute = 60_000

/** An app that hangs must not hang a script; a server's answer, which some requests wait for, takes its time. */
function usualPatience(name: RequestName, args: readonly unknown[]): number {
  if (name === 'posts:settled') return minute + Number(args[1])
  return name === 'connections:doctor' || name === 'connections:save' || name === 'keychain:retry' ? 5 * minute : minute
}

/** Asks the app that runs in a profile, over its socket; one question a connection. */
export const askAt =
  (
    path: string,
    {
      notRunning = 'Jobtray is not running in this profile.',
      user = process.getuid?.(),
      patience = usualPatience,
    }: AskOptions = {},
  ): Ask =>
  async (name, ...args) => {
    if (isForeign(path, user)) throw new CommandError('The socket of this profile belongs to another user.', 69)
    const answer = readAnswer<ReturnType<Requests[typeof name]>>(
      await exchange(path, toLine({ request: name, args }), notRunning, patience(name, args)),
    )
    if (!answer.ok) throw new CommandError(answer.message, 1)
    return answer.value
  }

/** A long profile path has its socket in the temporary folder, where anybody may have put one: a key must not go there. */
function isForeign(path: string, user: number | undefined): boolean {
  if (user === undefined || user === 0) return false
  const owner = lstatSync(path, { throwIfNoEntry: false })?.uid
  return owner !== undefined && owner !== user
}

function readAnswer<T>(line: string): Answer<T> {
  try {
    return JSON.parse(line)
  } catch {
    throw new CommandError('The answer of Jobtray could not be read.', 1)
  }
}

function exchange(path: string, question: string, notRunning: string, patienceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let failure = notRunning
    const socket = connect(path, () => {
      failure = 'Jobtray stopped before it answered.'
    })
    const timer = setTimeout(() => {
      failure = 'Jobtray runs, but does not answer. Quit it and start it again.'
      socket.destroy()
    }, patienceMs)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => {
      clearTimeout(timer)
      reject(new CommandError(failure, 69))
    })
    onLines(socket, longestAnswer, answer => {
      resolve(answer)
      socket.destroy()
    })
    socket.write(question)
  })
}
