import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { root } from '../../../scripts/project.mjs'
import { N, workers } from './a-worker'

const { aWorker, inFolder } = workers()

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
    // It ends with an item that nobody ever reported, and says so.
    expect(answer).toMatchObject({ code: 3, stderr: '1 of 3 items was neither processed nor failed.\n' })
    const lines = answer.stdout.trim().split('\n')
    expect(lines).toContain('status: pending → in_progress')
    expect(lines).toContain('metadata.last_message: – → 1 of 3 rows')
    expect(lines).toContain('errors: 0 → 1')
    expect(lines.at(-1)).toBe('Enrichment partly finished: 1 of 3 items, 1 failed, 1 not reached')
  }, 60_000)

  it('is told exactly what would be sent, and nothing is', async () => {
    const { sh, sandbox } = await aWorker()
    writeFileSync(inFolder('patch.json'), '{"import_job_id": "crawl-2"}')
    const answer = await sh(`jobtray post ${N} crawl-1 --patch ${inFolder('patch.json')} --dry-run`)
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

  it('is told with 76 that nobody knows whether a report arrived, and with 124 that the time is over', async () => {
    const { sh, sandbox } = await aWorker()
    const { stdout } = await sh(`jobtray create ${N} --type crawl --total 1`)
    await sandbox.tell('POST', '/faults', { match: { method: 'POST' }, count: 1, fault: { kind: 'drop-after-apply' } })
    const answer = await sh(`jobtray post ${N} ${stdout.trim()} --stage uploading`)
    expect(answer.code).toBe(76)
    expect(answer.stderr).toMatch(
      /(Nobody knows whether the report arrived\. Compare, then|It was compared with the job; now) decide\./,
    )
    const waited = await sh(`jobtray wait ${N} ${stdout.trim()} --timeout 0.5`)
    expect(waited.code).toBe(124)
    expect(waited.stderr).toMatch(/^The time is over; the job has not ended\. Crawl/)
  }, 60_000)

  it('is told why the next report of the job must wait, and decides about the one before', async () => {
    const { sh, sandbox, engine } = await aWorker()
    const job = (await sh(`jobtray create ${N} --type crawl --total 1`)).stdout.trim()
    await sandbox.tell('POST', '/faults', { match: { method: 'POST' }, count: 1, fault: { kind: 'drop-after-apply' } })
    const lost = await sh(`jobtray post ${N} ${job} --stage uploading --json`)
    expect(lost.code).toBe(76)
    const { post } = JSON.parse(lost.stdout)
    const short = String(post.id).slice(0, 8)
    expect(post).toMatchObject({ state: 'unknown', fault: { kind: 'unreachable' } })
    expect(lost.stderr.trim()).toMatch(
      new RegExp(`Use jobtray decide ${short} compare, then arrived, send or drop\\.$`),
    )

    const next = await sh(`jobtray post ${N} ${job} --processed 1`)
    expect(next).toMatchObject({ code: 76, stdout: '' })
    expect(next.stderr).toContain(
      `An earlier report of this job is undecided (${short}: Stage “uploading”). Use jobtray decide ${short} compare, then`,
    )
    // What changes in quick succession is shown together, a moment later.
    const waiting = await vi.waitUntil(
      async () => (await engine.handlers['state:read']()).posts.find(({ state }) => state === 'waiting'),
      { timeout: 30_000 },
    )
    const listed = await sh('jobtray outbox')
    expect(
      listed.stdout
        .trim()
        .split('\n')
        .map(line => line.split(' ')[0]),
    ).toEqual(['POST', short, waiting.id.slice(0, 8)])

    expect(await sh(`jobtray decide ${short} arrived`)).toMatchObject({ code: 0, stdout: 'Taken as arrived.\n' })
    const sent = await engine.handlers['posts:settled'](waiting.id, 20_000)
    expect(sent?.state).toBe('sent')
    expect((await sh('jobtray outbox')).stdout).toBe('Nothing is open in the outbox.\n')
  }, 60_000)

  it('is cautioned on standard error about what is sent all the same', async () => {
    const { sh } = await aWorker()
    const answer = await sh(`
      JOB=$(jobtray create ${N} --type crawl --total 1)
      jobtray post ${N} "$JOB" --start --processed 2
      jobtray post ${N} "$JOB" --complete
      jobtray post ${N} "$JOB" --stage late --json >/dev/null
      jobtray unwatch ${N} "$JOB"
    `)
    expect(answer.stderr).toMatch(/^More items are processed than there are in total\.\nThe job has ended already\.\n/)
    expect(answer.stdout).toMatch(/Watched no more: .+\.\n$/)
  }, 60_000)
})
