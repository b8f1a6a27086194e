import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { root } from '../../../scripts/project.mjs'
import type { Assignment } from './driver'

/** Bundles the driver for plain Node; the native module stays outside and is found from the checkout. */
export async function buildDriver(): Promise<string> {
  const folder = join(root, 'out', 'test', `outbox-driver-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['libsql'] },
    build: {
      ssr: 'test/wire/outbox/driver.ts',
      target: 'node20.18',
      outDir: folder,
      copyPublicDir: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'driver.mjs' } },
    },
  })
  return join(folder, 'driver.mjs')
}

export type Driver = {
  readonly process: ChildProcess
  /** Settles when everything is in line. */
  readonly ready: Promise<unknown>
  /** The exit code, or null after a kill; with what it complained about. */
  readonly ended: Promise<{ readonly code: number | null; readonly troubles: string }>
}

export function runDriver(file: string, assignment: Assignment): Driver {
  const child = spawn(process.execPath, [file, JSON.stringify(assignment)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let troubles = ''
  child.stderr.on('data', (chunk: Buffer) => {
    troubles += chunk.toString('utf8')
  })
  const ended = once(child, 'exit').then(([code]) => ({ code: typeof code === 'number' ? code : null, troubles }))
  return { process: child, ready: Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended]), ended }
}
