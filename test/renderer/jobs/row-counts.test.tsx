import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { RowCounts } from '../../../src/renderer/jobs/row-counts'
import type { Job } from '../../../src/shared/job'
import { aJob, anEndedJob } from '../../support/builders'

const shown = (job: Job) => renderToStaticMarkup(<RowCounts job={job} rate="" className="" />).replace(/<[^>]+>/g, '')

const nothing = { total: 0, processed: 0, failed: 0, warned: 0 }

test.each([
  ['of a queued job, nobody has counted yet', aJob({ ...nothing, phase: 'queued' }), ''],
  ['of a running one, they are being counted', aJob(nothing), 'counting…'],
  ['of an ended one, there were none', anEndedJob(nothing), 'no items'],
  ['of some, they are counted', aJob({ ...nothing, total: 40_000, processed: 24_812 }), '24,812 of 40,000'],
])('where a server says none of none, a row never reads “0 of 0”: %s', (_, job, text) => {
  expect(shown(job)).toBe(text)
})
