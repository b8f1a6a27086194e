import { describe, expect, it } from 'vitest'
import { refOf } from '../../support/a-family'
import { anEngine, wireJob } from '../../support/an-engine'
import { aWatchedJob } from '../../support/builders'

const minute = 60_000
const noon = Date.parse('2026-03-02T12:00:00.000Z')
const at = (minutes: number) => new Date(noon + minutes * minute).toISOString()

type Run = { readonly started_at: string; readonly completed_at: string; readonly failed_items?: number }

/** The job a fails within the first minute; what its server says of it then, by the minutes since noon. */
async function aJobThatFailed(until: number, said: (minutes: number) => Run) {
  const light = (minutes: number) => wireJob('a', { status: 'failed', failed_items: said(minutes).failed_items ?? 60 })
  let minutes = () => 0
  const app = await anEngine({
    jobs: [aWatchedJob({ ref: refOf('a') })],
    reply: ({ url }) => {
      const now = minutes()
      return { json: url.endsWith('/status') ? light(now) : { ...light(now), ...said(now) } }
    },
  })
  minutes = () => (app.clock.wall().getTime() - noon) / minute
  await app.clock.pass(until * minute)
  return {
    endings: app.announced.filter(({ kind }) => kind === 'ended').map(({ title }) => title),
    details: app.requests.filter(({ url }) => !url.endsWith('/status')).length,
  }
}

const once: Run = { started_at: at(-5), completed_at: at(0) }
const anew: Run = { started_at: at(2), completed_at: at(3) }

describe('a job that failed', () => {
  it('and has run and failed again between two of the looks that follow is told once more, at the second (fault 22)', async () => {
    expect((await aJobThatFailed(6, minutes => (minutes < 3 ? once : anew))).endings).toEqual([
      'Enrichment failed',
      'Enrichment failed',
    ])
  })

  it('is told once when only its counts are corrected and its end is written anew afterwards', async () => {
    const { endings, details } = await aJobThatFailed(60, minutes =>
      minutes < 3 ? once : { ...once, failed_items: 61, completed_at: at(3) },
    )
    expect(endings).toEqual(['Enrichment failed'])
    expect(details).toBeLessThanOrEqual(4)
  })
})
