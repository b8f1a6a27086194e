import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { SandboxReady } from '../support/programs'

export type SoakServer = { readonly ready: SandboxReady; readonly stop: () => void }

/** A sandbox in a process of its own, by the same fast clock; the checkout is the working directory. */
export async function aServer(speed: number): Promise<SoakServer> {
  const args = ['out/sandbox/cli.js', '--port', '0', '--story', 'none', '--speed', String(speed)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { ready: JSON.parse(String(line)), stop: () => void child.kill('SIGTERM') }
}
