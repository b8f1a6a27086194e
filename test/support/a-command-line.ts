import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { askAt, type CommandError } from '../../src/cli/ask'
import { answer } from '../../src/main/requests/answer'
import { listenLocally } from '../../src/main/requests/local-socket'
import type { RequestHandlers } from '../../src/shared/ipc'
import type { ConnectionView, WatchedJob } from '../../src/shared/snapshot'
import { someParts } from './board-parts'
import { aConnection, aWatchedJob } from './builders'
import { stubHandlers } from './stub-handlers'

type Asked = readonly [string, readonly unknown[]]

/** The command line over a real socket, with an app that answers as it is told. `asked` is what came out at the other end. */
export async function aCommandLine(
  given: Partial<RequestHandlers> = {},
  jobs: readonly WatchedJob[] = [aWatchedJob()],
  connections: readonly ConnectionView[] = [
    aConnection(),
    aConnection({ id: 'c2', name: 'Shop', vendor: 'retailgrid' }),
  ],
) {
  const asked: Asked[] = []
  const handlers = stubHandlers({
    'state:read': async () => ({ ...someParts({ connections }), version: 1, jobs }),
    'connections:remove': async () => null,
    ...given,
  })
  const folder = mkdtempSync(join(tmpdir(), 'jobtray-cli-'))
  const path = join(folder, 's')
  const server = await listenLocally(path, (name, args) => {
    asked.push([name, Array.isArray(args) ? args : []])
    return answer(handlers, name, args, () => undefined)
  })
  onTestFinished(() => {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const printed: string[] = []
  return { ask: askAt([path]), out: (text: string) => void printed.push(text), printed, asked }
}

/** A command that ends in one line and an exit code. */
export const refusal = (message: string, exitCode = 1) =>
  expect.objectContaining<Partial<CommandError>>({ message, exitCode: exitCode === 2 ? 2 : 1 })
