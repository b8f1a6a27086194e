import { z } from 'zod'
import { expect, test } from '../support/app'

const listed = z.array(
  z.object({ jobId: z.string(), phase: z.string(), outcome: z.string().nullable(), fault: z.unknown() }),
)

test('the demo, started again, goes on where it was and repeats nothing that it has told; a job of a person’s own goes on too', async ({
  desktop,
  launch,
  runCli,
}) => {
  test.setTimeout(400_000)
  const told = () => desktop.notices.all().map(({ title, body }) => `${title} | ${body}`)
  /** Empty while it is still starting. */
  const list = async () => {
    const { code, stdout } = await runCli(['list', '--json'])
    return code === 0 ? listed.parse(JSON.parse(stdout)) : []
  }
  const first = await launch({ mode: 'demo' })
  await expect.poll(() => told().length, { timeout: 120_000 }).toBeGreaterThanOrEqual(2)
  await expect.poll(async () => (await list()).filter(({ phase }) => phase === 'running').length).toBeGreaterThan(10)
  // One of a person's own, which no story would bring back.
  const made = await runCli(['create', 'MerchantOps sandbox', '--type', 'by_hand', '--total', '40'])
  expect(made.code).toBe(0)
  await runCli(['post', 'MerchantOps sandbox', made.stdout.trim(), '--start', '--processed', '9'])
  expect((await list()).map(({ jobId }) => jobId)).toContain(made.stdout.trim())
  const before = await list()
  // Without a word of warning, as a power cut would.
  await first.kill()
  const earlier = told()

  await launch({ mode: 'demo' })
  await expect.poll(async () => (await list()).length).toBeGreaterThanOrEqual(before.length)
  const after = new Map((await list()).map(job => [job.jobId, job]))
  for (const { jobId, outcome } of before) {
    expect(after.has(jobId)).toBe(true)
    if (outcome !== null) expect(after.get(jobId)?.outcome).toBe(outcome)
  }
  // Only endings that nobody had told yet.
  await expect.poll(() => told().length, { timeout: 120_000 }).toBeGreaterThan(earlier.length)
  // What was being told when it was killed may be told again, and says so; nothing else is.
  const isMarked = (text: string) => text.includes('Perhaps told before')
  const bare = (text: string) => text.replace(/\n.*Perhaps told before.*/, '')
  const again = told().slice(earlier.length)
  expect(again.filter(text => isMarked(text) && earlier.includes(bare(text))).length).toBeLessThanOrEqual(1)
  const unmarked = told().filter(text => !isMarked(text))
  expect(new Set(unmarked).size).toBe(unmarked.length)
  await expect.poll(async () => (await list()).filter(({ fault }) => fault !== null)).toEqual([])
})
