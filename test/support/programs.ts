import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../../scripts/project.mjs'

/** What a finished program said. */
export type Finished = { readonly code: number; readonly stdout: string; readonly stderr: string }

const collect = (stream: NodeJS.ReadableStream | null): (() => string) => {
  const chunks: Buffer[] = []
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString('utf8')
}

/** Runs a built Node program to its end. */
export const runProgram = async (
  file: string,
  args: readonly string[],
  options: { readonly env: NodeJS.ProcessEnv; readonly input?: string },
): Promise<Finished> => {
  const child = spawn(process.execPath, [join(root, file), ...args], { env: options.env })
  const stdout = collect(child.stdout)
  const stderr = collect(child.stderr)
  child.stdin.on('error', () => {})
  child.stdin.end(options.input ?? '')
  const [code] = await once(child, 'close')
  return { code: typeof code === 'number' ? code : 1, stdout: stdout(), stderr: stderr() }
}

/** The line a sandbox prints when it listens. */
export type SandboxReady = {
  readonly merchantops: {
    readonly url: string
    readonly organization: string
    readonly keys: { readonly full: string; readonly read: string; readonly otherOrganization: string }
    readonly session: string
  }
  readonly retailgrid: { readonly url: string; readonly key: string }
  readonly jobs: readonly { readonly vendor: 'merchantops' | 'retailgrid'; readonly job_id: string }[]
}

export type RunningSandbox = { readonly ready: SandboxReady; readonly process: ChildProcess; stop(): Promise<void> }

/** Starts the built sandbox, or a script that does, and waits until it listens. */
export const startSandboxProgram = async (
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  file = 'out/sandbox/cli.js',
): Promise<RunningSandbox> => {
  const child = spawn(process.execPath, [join(root, file), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stderr = collect(child.stderr)
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    const hard = setTimeout(() => child.kill('SIGKILL'), 3000)
    await gone
    clearTimeout(hard)
  }
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([first]) => String(first)),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the sandbox ended with ${code}: ${stderr()}`))),
  ])
  const ready: SandboxReady = JSON.parse(line)
  return { ready, process: child, stop }
}
