import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { N, workers } from '../outbox/a-worker'

const { aWorker } = workers()

describe('the command line in a shell', () => {
  it('ends in peace when whoever reads has had enough, and still does what it was asked', async () => {
    const { sh } = await aWorker()
    const ids = Array.from({ length: 3_000 }, (_, index) => `job-${index}`).join(',')
    await sh(`jobtray pause ${N}; echo ${ids} | jobtray watch ${N} -`)
    const { stdout, stderr, code } = await sh('{ jobtray list --json; echo "code $?" >&2; } | head -1')
    expect({ stdout, stderr, code }).toEqual({ stdout: '[\n', stderr: 'code 0\n', code: 0 })
    const unheard = await sh(`jobtray resume ${N} | true; jobtray connections --json | grep '"paused": false'`)
    expect(unheard).toMatchObject({ code: 0, stderr: '' })
  })

  it('says when what it prints cannot be written, with 1', async () => {
    const { sh } = await aWorker()
    const { code, stderr } = await sh('jobtray list > /dev/full')
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'The output could not be written (ENOSPC).\n' })
  })

  it('keeps standard output clean of what went wrong, with --json too', async () => {
    const { sh } = await aWorker()
    for (const words of ['list --state nope', 'show x y --json', 'watch x y --json', 'key x --retry --json']) {
      const { stdout, stderr, code } = await sh(`jobtray ${words}`)
      expect([stdout, stderr.trimEnd().split('\n').length, code === 0], words).toEqual(['', 1, false])
    }
  })

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('stops waiting at %s with %i, and says what stays', async (signal, code) => {
    const { sh, start, engine, asked } = await aWorker()
    const { stdout: jobId } = await sh(`jobtray create ${N} --type crawl --total 5`)
    const waits = once(asked, 'jobs:read')
    const waiting = start('wait', 'MerchantOps sandbox', jobId.trim())
    let said = ''
    waiting.stderr.on('data', chunk => (said += String(chunk)))
    await waits
    waiting.kill(signal)
    expect(await once(waiting, 'close')).toEqual([code, null])
    expect(said).toBe('Not waited for any longer. The job is still on the watch list.\n')
    expect((await engine.handlers['state:read']()).jobs).toHaveLength(1)
  })
})
