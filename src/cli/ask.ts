import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import type { Answer, RequestName, Requests } from '../shared/ipc'

/** Why a command could not do its work: one line for the person, and the exit code. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2 | 69,
  ) {
    super(message)
  }
}

export type Ask = <Name extends RequestName>(
  name: Name,
  ...args: Parameters<Requests[Name]>
) => Promise<ReturnType<Requests[Name]>>

const notRunning = 'Jobtray is not running in this profile. Start it with npm start.'

/** Asks the app that runs in a profile, over its socket; one question a connection. */
export const askAt =
  (path: string): Ask =>
  async (name, ...args) => {
    const answer: Answer<ReturnType<Requests[typeof name]>> = JSON.parse(
      await exchange(path, JSON.stringify({ request: name, args })),
    )
    if (!answer.ok) throw new CommandError(answer.message, 1)
    return answer.value
  }

function exchange(path: string, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    socket.once('error', () => reject(new CommandError(notRunning, 69)))
    socket.once('close', () => reject(new CommandError('Jobtray stopped before it answered.', 69)))
    createInterface({ input: socket }).once('line', answer => {
      resolve(answer)
      socket.destroy()
    })
    socket.write(`${line}\n`)
  })
}
