import { describe, expect, it } from 'vitest'
import { answerOf, writingOf } from '../client'
import { N, workers } from './a-worker'

const { aWorker } = workers()

/** A feed that has ended and the enrichment that it set off, at the sandbox; neither is watched yet. */
async function aFamily(childEnds: 'fail' | 'complete' | null) {
  const worker = await aWorker()
  const { create, postProgress } = writingOf(worker.sandbox.merchant())
  const child = answerOf(await create({ jobType: 'enrichment', totalItems: 2 })).jobId
  await postProgress(child, { transition: { kind: 'start' } })
  if (childEnds === 'fail') await postProgress(child, { transition: { kind: 'fail', message: 'Out of paper' } })
  if (childEnds === 'complete') await postProgress(child, { transition: { kind: 'complete' } })
  const feed = answerOf(await create({ jobType: 'crawl', totalItems: 0, metadata: { import_job_id: child } })).jobId
  await postProgress(feed, { transition: { kind: 'start' } })
  await postProgress(feed, { transition: { kind: 'complete' } })
  return { ...worker, feed, child }
}

describe('jobtray wait --family', () => {
  it('ends with the code of the worst of the family, which is followed by itself', async () => {
    const { sh, feed } = await aFamily('fail')
    const { stdout, code } = await sh(`jobtray wait ${N} ${feed} --family --timeout 30`)
    expect(stdout).toMatch(/^Crawl finished: No items were processed · Linked job: Enrichment \S+ failed\n$/)
    expect(code).toBe(4)
  })

  it('is 0 when all of it has finished, and tells a script each job', async () => {
    const { sh, feed, child } = await aFamily('complete')
    const { stdout, code } = await sh(`jobtray wait ${N} ${feed} --family --timeout 30 --json`)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'succeeded',
      family: [{ jobId: child, standing: 'ended', outcome: 'succeeded' }],
    })
  })

  it('goes on waiting while one of it runs, which without --family is not waited for', async () => {
    const { sh, feed } = await aFamily(null)
    const alone = await sh(`jobtray wait ${N} ${feed} --timeout 30`)
    expect(alone).toMatchObject({ code: 0 })
    expect(alone.stdout).toContain('a linked job has not ended: --family waits for it too')
    const whole = await sh(`jobtray wait ${N} ${feed} --family --timeout 5`)
    expect(whole.code).toBe(124)
    expect(whole.stderr).toMatch(/Linked job: Enrichment \S+ still running/)
  })

  it('watches the family also when following is switched off: it was asked for', async () => {
    const { sh, engine, feed } = await aFamily('fail')
    await engine.handlers['settings:change']({ followFamilies: false })
    expect(await sh(`jobtray wait ${N} ${feed} --family --timeout 30`)).toMatchObject({ code: 4 })
  })
})
