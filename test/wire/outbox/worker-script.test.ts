import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { root } from '../../../scripts/project.mjs'
import { listenLocally } from '../../../src/main/requests/local-socket'
import { systemClock } from '../../../src/main/watch/clock'
import { socketPath } from '../../../src/profile/paths'
import { aForm } from '../../support/a-form'
import { aLivingEngine } from '../../support/a-living-engine'
import { aSandbox } from '../sandbox'

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
async function aWorker(own: Partial<Parameters<typeof aForm>[0]> = {}) {
  const sandbox = await aSandbox()
  const engine = await aLivingEngine(systemClock)
  const profile = join(folder, `profile-${Math.random().toString(36).slice(2)}`)
  mkdirSync(profile)
  const server = await listenLocally(socketPath(profile), engine.reply)
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
  return { sandbox, engine, sh }
}

const N = '"MerchantOps sandbox"'

/** The script under the README's mark, without the line that finds the command: here that is the one under test. */
const pastedFromReadme = (): string => {
  const found = /<!-- worker script[^>]*-->\n```sh\njobtray\(\)[^\n]*\n([\s\S]*?)```/.exec(
    readFileSync(join(root, 'README.md'), 'utf8'),
  )
  if (found?.[1] === undefined) throw new Error('README.md has no worker script')
  return found[1]
}

describe('a worker in a shell script', () => {
  it('is what the README says it is', async () => {
    const { sh } = await aWorker()
    const answer = await sh(pastedFromReadme())
    expect(answer.stderr).toBe('')
    expect(answer.stdout.trim().split('\n').slice(-2)).toEqual([
      'Enrichment partly finished: 2 of 3 items, 1 failed, 1 warning',
      'exit code 3',
    ])
  }, 60_000)

  it('creates a job, reports its progress and waits for its ending', async () => {
    const { sh } = await aWorker()
    const answer = await sh(`
      set -e
      JOB=$(jobtray create ${N} --type enrichment --total 3 --triggered-by nightly)
      jobtray post ${N} "$JOB" --start --stage downloading
      jobtray post ${N} "$JOB" --processed 1 --message '1 of 3 rows'
      jobtray post ${N} "$JOB" --error '{"entity_key":"SKU-7","entity_type":"product","error_type":"missing_gtin","message":"No GTIN"}'
      jobtray post ${N} "$JOB" --complete
      jobtray wait ${N} "$JOB" --timeout 20
    `)
    expect(answer).toMatchObject({ code: 3, stderr: '' })
    const lines = answer.stdout.trim().split('\n')
    expect(lines).toContain('status: pending → in_progress')
    expect(lines).toContain('metadata.last_message: – → 1 of 3 rows')
    expect(lines).toContain('errors: 0 → 1')
    expect(lines.at(-1)).toBe('Enrichment partly finished: 1 of 3 items, 1 failed')
  }, 60_000)

  it('is told exactly what would be sent, and nothing is', async () => {
    const { sh, sandbox } = await aWorker()
    writeFileSync(join(folder, 'patch.json'), '{"import_job_id": "crawl-2"}')
    const answer = await sh(`jobtray post ${N} crawl-1 --patch ${join(folder, 'patch.json')} --dry-run`)
    expect(answer).toMatchObject({
      code: 0,
      stderr: 'This job was not created here. Its own worker may be reporting too.\n',
    })
    const [first, body, , curl] = answer.stdout.split('\n')
    expect(first).toBe(`POST ${sandbox.ready.merchantops.url}/api/jobs/crawl-1/progress`)
    expect(body).toBe('{"metadata_patch":{"import_job_id":"crawl-2"}}')
    expect(curl).toMatch(/^curl -X POST /)
    expect(answer.stdout).not.toContain(sandbox.ready.merchantops.keys.full)
  }, 60_000)

  it.each([
    ['create N', 2, '--type is missing. See jobtray --help.'],
    [`create ${N} --type crawl --total -1`, 2, /--total/],
    [`create ${N} --type crawl --total 1 --metadata /nowhere.json`, 2, '/nowhere.json cannot be read.'],
    [`post ${N} crawl-1`, 1, 'There is nothing to report yet. Fill in a field.'],
    [`post ${N} crawl-1 --start --complete`, 2, 'Choose one of --start, --complete and --fail.'],
    [`post ${N} crawl-1 --error '{"a":1,}'`, 2, '--error, line 1, column 8: A name in double quotes is missing.'],
    [`post ${N} crawl-1 --fail ' '`, 1, 'mark_failed: Say in a sentence why the job failed.'],
    [
      `post ${N} crawl-404 --start`,
      1,
      'Not found, or not in this organization. Check the id, the key and the organization.',
    ],
    [
      `wait ${N} crawl-404 --timeout 10`,
      1,
      'Not found, or not in this organization. Check the id, the key and the organization.',
    ],
    ['wait', 64, 'The connection is missing. See jobtray --help.'],
    [`wait ${N} x --timeout soon`, 64, '--timeout takes a number of seconds.'],
  ])(
    '%s ends with %i and a sentence',
    async (words, code, sentence) => {
      const { sh } = await aWorker()
      const answer = await sh(`jobtray ${words}`)
      expect(answer).toMatchObject({ code, stdout: '' })
      expect(answer.stderr.trim()).toMatch(
        sentence instanceof RegExp ? sentence : new RegExp(`^${sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`),
      )
    },
    60_000,
  )

  it('is told with 76 that nobody knows whether a report arrived, and with 124 that the time is over', async () => {
    const { sh, sandbox } = await aWorker()
    const { stdout } = await sh(`jobtray create ${N} --type crawl --total 1`)
    await sandbox.tell('POST', '/faults', { match: { method: 'POST' }, count: 1, fault: { kind: 'drop-after-apply' } })
    const answer = await sh(`jobtray post ${N} ${stdout.trim()} --stage uploading`)
    expect(answer.code).toBe(76)
    expect(answer.stderr).toMatch(/Nobody knows whether the report arrived\. Compare, then decide\./)
    const waited = await sh(`jobtray wait ${N} ${stdout.trim()} --timeout 0.5`)
    expect(waited.code).toBe(124)
    expect(waited.stderr).toMatch(/^The time is over; the job has not ended\. Crawl/)
  }, 60_000)
})
