import { expect, it } from 'vitest'
import { aForm } from '../../support/a-form'
import { anEngine } from '../../support/an-engine'
import { aConnection, anEndedJob, anIssue, anUnseenJob, aWatchedJob } from '../../support/builders'

it('E44: what was known in another organization is not in the journal either, for the next start to take up', async () => {
  const watched = aWatchedJob({ job: anEndedJob(), endedSeenAt: '2026-03-02T11:00:00.000Z' })
  const engine = await anEngine({ connections: [aConnection({ organization: 'org_1' })], jobs: [watched] })
  engine.journal.details.lay(watched.ref, { errors: [anIssue()] })
  await engine.ask('connections:save', 'c1', aForm({ organization: 'org_2', key: null }), false)
  engine.stop()
  expect(engine.journal.jobs.all()).toEqual([anUnseenJob({ ref: watched.ref })])
  expect(engine.journal.details.read(watched.ref)).toBeNull()
})
