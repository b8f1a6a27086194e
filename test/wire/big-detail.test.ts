import { expect, it } from 'vitest'
import { afterLook, unread, wantsDetail } from '../../src/main/watch/depth'
import { look } from '../../src/main/watch/look'
import { sight } from '../../src/main/watch/sighting'
import { anUnseenJob } from '../support/builders'
import { answerOf } from './client'
import { aSandbox } from './sandbox'

it('a job whose detail has twenty megabytes is seen by its light status from the first look on', async () => {
  const sandbox = await aSandbox('big-detail')
  await sandbox.tell('POST', '/clock/step', { seconds: 9 })
  const jobId = sandbox.ready.jobs[0]?.job_id ?? ''
  const api = sandbox.merchant()
  const first = await look(api, anUnseenJob({ ref: { connectionId: 'c1', jobId } }), unread)
  expect(first.attempt).toMatchObject({ fault: { kind: 'too-large' } })
  const seen = answerOf(first.result)
  expect(seen).toMatchObject({ source: 'status', facts: { total: expect.any(Number) } })

  const depth = afterLook(unread, first.attempt)
  const watched = sight(anUnseenJob({ ref: { connectionId: 'c1', jobId } }), first.result, new Date())
  expect(watched).toMatchObject({ fault: null, job: { status: seen.facts.status } })
  if (watched.job === null) throw new Error('it was seen')
  expect(wantsDetail(watched.job, seen, depth)).toBe(false)
  expect(await look(api, watched, depth)).toMatchObject({ result: { ok: true }, attempt: null })
})
