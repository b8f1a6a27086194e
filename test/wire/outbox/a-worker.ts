import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { root } from '../../../scripts/project.mjs'
import { listenLocally } from '../../../src/main/requests/local-socket'
import { systemClock } from '../../../src/main/watch/clock'
import { socketPath } from '../../../src/profile/paths'
import { aForm } from '../../support/a-form'
import { aLivingEngine } from '../../support/a-living-engine'
import { aSandbox } from '../sandbox'

/** Builds the command once for the tests of a file; gives back what makes a worker of each. */
export function workers() {
  let folder = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jobtray-worker-'))
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true },
      build: {
        ssr: 'src/cli/index.ts',
        target: 'node20.18',
        outDir: folder,
        rolldownOptions: { output: { entryFileNames: 'cli.mjs' } },
      },
    })
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** A sandbox, the app's engine with a connection to it, and a shell in which `jobtray` speaks to that engine. */
  const aWorker = async (own: Partial<Parameters<typeof aForm>[0]> = {}) => {
    const sandbox = await aSandbox()
    const engine = await aLivingEngine(systemClock)
    const profile = join(folder, `profile-${Math.random().toString(36).slice(2)}`)
    mkdirSync(profile)
    /** Emits the name of each request as it comes. */
    const asked = new EventEmitter()
    const server = await listenLocally(socketPath(profile), (name, args) => {
      asked.emit(name)
      return engine.reply(name, args)
    })
    onTestFinished(() => void server.close())
    const { url, keys } = sandbox.ready.merchantops
    await engine.handlers['connections:save'](
      null,
      aForm({ name: 'MerchantOps sandbox', baseUrl: url, key: keys.full, ...own }),
      true,
    )
    const sh = async (script: string) => {
      const command = `jobtray() { "${process.execPath}" "${join(folder, 'cli.mjs')}" --profile "${profile}" "$@"; }\n${script}`
      const child = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'pipe'] })
      let [stdout, stderr] = ['', '']
      child.stdout.on('data', chunk => (stdout += String(chunk)))
      child.stderr.on('data', chunk => (stderr += String(chunk)))
      const [code] = await once(child, 'close')
      return { code, stdout, stderr }
    }
    /** The command by itself, without a shell that would stand between it and a signal. */
    const start = (...words: readonly string[]) =>
      spawn(process.execPath, [join(folder, 'cli.mjs'), '--profile', profile, ...words], {
        stdio: ['ignore', 'pipe', 'pipe'],
      })
    return { sandbox, engine, sh, start, asked }
  }

  return { aWorker, inFolder: (name: string) => join(folder, name) }
}

/** The connection of a worker, as a word of the shell's. */
export const N = '"MerchantOps sandbox"'
