import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const entry = fileURLToPath(new URL('../../../src/sandbox/cli.ts', import.meta.url))

/** Builds the command line program into a folder of its own. */
export async function builtCli(): Promise<{ readonly file: string; readonly remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'jobtray-sandbox-'))
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'cli.mjs' } },
    },
  })
  return { file: join(folder, 'cli.mjs'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export type Run = {
  readonly child: ChildProcessWithoutNullStreams
  readonly firstLine: Promise<string>
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>
}

export function run(file: string, args: readonly string[]): Run {
  const child = spawn(process.execPath, [file, ...args])
  let [stdout, stderr] = ['', '']
  const firstLine = new Promise<string>(resolve => {
    child.stdout.on('data', chunk => {
      stdout += String(chunk)
      if (stdout.includes('\n')) resolve(stdout.slice(0, stdout.indexOf('\n')))
    })
  })
  child.stderr.on('data', chunk => {
    stderr += String(chunk)
  })
  const ended = new Promise<Awaited<Run['ended']>>(resolve => {
    child.on('close', code => resolve({ code, stdout, stderr }))
  })
  return { child, firstLine, ended }
}
