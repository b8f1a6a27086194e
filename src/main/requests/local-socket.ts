import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { z } from 'zod'
import { onLines, toLine } from '../../profile/lines'
import type { Answer, RequestName } from '../../shared/ipc'
import type { Banner } from '../../shared/snapshot'
import { isRequestName } from './answer'

const lineSchema = z.object({ request: z.string(), args: z.array(z.unknown()) })
/** A line longer than this is not a request of ours, characters. */
const longestLine = 8 * 1_048_576

export type AnswerPort = (name: RequestName, args: unknown) => Promise<Answer<unknown>>

/**
 * Answers the command line: one JSON line asks, one JSON line answers. Only the owner of the profile can connect:
 * the socket has mode 0600 in a folder of mode 0700 (a named pipe on Windows), and from its first moment, also where it
 * lies in the temporary folder, the process's mask (shell/profile.ts) keeps others from it. A dead socket left by a kill is replaced;
 * the single-instance lock of the profile has made sure that no living app owns it.
 */
export async function listenLocally(path: string, reply: AnswerPort): Promise<Server> {
  const isPipe = path.startsWith('\\\\')
  if (!isPipe) rmSync(path, { force: true })
  const server = createServer(socket => converse(socket, reply))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => {
      if (!isPipe) chmodSync(path, 0o600)
      // Too many open files, as a rule: one question is lost, and an error that nobody hears would end the app.
      server.on('error', () => undefined)
      resolve(server)
    })
  })
}

/** What lies in the way may be another user's, in the temporary folder: no reason to watch nothing. */
export const unheardBanner = (path: string): Banner => ({
  id: 'command-line',
  tone: 'warning',
  text: `The command line does not reach this Jobtray: nothing can be made at ${path}. Have what lies there removed, then start Jobtray again.`,
  act: null,
})

function converse(socket: Socket, reply: AnswerPort): void {
  socket.on('error', () => socket.destroy())
  onLines(socket, longestLine, async line => {
    const answered = await answerLine(line, reply)
    if (!socket.destroyed) socket.write(toLine(answered))
  })
}

async function answerLine(line: string, reply: AnswerPort): Promise<Answer<unknown>> {
  const parsed = lineSchema.safeParse(parseJson(line))
  if (!parsed.success || !isRequestName(parsed.data.request)) return { ok: false, message: 'This is not a request.' }
  return reply(parsed.data.request, parsed.data.args)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
