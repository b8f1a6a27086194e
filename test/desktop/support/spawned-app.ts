import { spawn } from 'node:child_process'
import { canSandbox } from '../../../scripts/desktop/as-user.mjs'
import type { Desktop } from '../../../scripts/desktop/open.mjs'
import { root } from '../../../scripts/project.mjs'
import { resolveRuntime } from '../../../scripts/runtime/resolve.mjs'

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null }

export type SpawnedApp = {
  readonly pid: number
  /** Once its tray item is gone as well. */
  readonly exit: Promise<Exit>
  /** What it printed so far, Chromium's own noise included. */
  output(): string
  signal(name: NodeJS.Signals): void
  /** `kill -9`; resolves when it is gone. */
  kill(): Promise<void>
}

/** Starts the built app as a desktop would: no debugger, nothing injected. */
export const spawnApp = async (
  desktop: Pick<Desktop, 'env' | 'trayWithout'>,
  args: readonly string[],
): Promise<SpawnedApp> => {
  const { executable } = await resolveRuntime()
  const switches = ['--disable-gpu', ...(canSandbox(null) ? [] : ['--no-sandbox'])]
  const child = spawn(executable, [...switches, root, ...args], { env: desktop.env, stdio: ['ignore', 'pipe', 'pipe'] })
  const chunks: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  const pid = child.pid ?? 0
  const ended = new Promise<Exit>(resolve => child.once('exit', (code, signal) => resolve({ code, signal })))
  const exit = ended.then(async how => {
    // A desktop that was closed meanwhile tells nothing any more.
    await desktop.trayWithout(pid).catch(() => undefined)
    return how
  })
  return {
    pid,
    exit,
    output: () => Buffer.concat(chunks).toString('utf8'),
    signal: name => void child.kill(name),
    kill: async () => {
      child.kill('SIGKILL')
      await exit
    },
  }
}
