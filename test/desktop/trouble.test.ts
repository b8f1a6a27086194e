import { expect, test } from './support/real-desktop'

const running = (more = {}) => ({ status: 'in_progress', total_items: 100, processed_items: 40, ...more })

test('trouble seeing a job is shown and never told as its failure', async ({
  desktop,
  server,
  start,
  jobUntil,
  lookNow,
  watchMerchant,
}) => {
  const { control } = server
  await control.merchantJob('crawl-steady01', running())
  await control.merchantJob('crawl-steady02', running())
  await start()
  await watchMerchant('crawl-steady01', 'crawl-steady02')
  const faultOf = async (kind: string | null) => {
    await lookNow()
    await jobUntil('crawl-steady01', ({ fault }) => (fault?.fault.kind ?? null) === kind)
  }
  const troubles = [
    [{ kind: 'answer', status: 500, body: { detail: 'oops' } }, 'server'],
    [{ kind: 'answer', status: 404, body: { detail: 'Job not found' } }, 'not-found'],
    [{ kind: 'html' }, 'not-the-api'],
    [{ kind: 'reset' }, 'unreachable'],
  ] as const
  for (const [fault, kind] of troubles) {
    await control.fault({ fault })
    await faultOf(kind)
    await control.heal()
    await faultOf(null)
  }
  await control.change('crawl-steady02', { status: 'completed', processed_items: 100 })
  await lookNow()
  await desktop.notices.until(({ body }) => body.includes('steady02'))
  await server.stop()
  await faultOf('unreachable')
  const job = await jobUntil('crawl-steady01', () => true)
  expect(job.job).toMatchObject({ phase: 'running', outcome: null })
  expect(desktop.notices.all().map(({ title }) => title)).toEqual(['Enrichment finished'])
})
