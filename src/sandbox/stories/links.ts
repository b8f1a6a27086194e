import { RETAIL_STATUS } from '../assumptions'
import { uuid } from '../ids'
import type { Story } from '../story'
import { evenly, onProduct, play, playRetail, type Step, steady } from './script'

const start: Step = [1, { mark_started: true, stage: 'downloading' }]

const parentChild: Story = {
  name: 'parent-child',
  about: 'A feed completes and names the enrichment it set off; that one fails 20 s later.',
  start: stage => {
    const failed: Step = [35, { mark_failed: 'Copy service answered 503 for 10 minutes.' }]
    const child = play(
      stage,
      'Oracle feed: enrichment',
      [[8, { mark_started: true }], ...evenly(8, 30, 2, 70), failed],
      { total_items: 120 },
    )
    const dispatched: Step = [10, { stage: 'dispatched', metadata_patch: { import_job_id: child } }]
    play(stage, 'Oracle feed', [start, ...evenly(2, 8, 2, 120), dispatched, [15, { mark_completed: true }]], {
      job_type: 'crawl',
      total_items: 120,
    })
  },
}

const cycle: Story = {
  name: 'cycle',
  about: 'Two jobs that name each other as their downstream job.',
  start: stage => {
    const first = `enrichment-${stage.random.hex(12)}`
    const second = steady(stage, 'There', { metadata: { import_job_id: first } })
    steady(stage, 'And back again', { job_id: first, metadata: { import_job_id: second } })
  },
}

const related: Story = {
  name: 'retailgrid-related',
  about: 'A Retailgrid import without progress, and the grid fill it is related to.',
  start: stage => {
    const fill = uuid(stage.random)
    const grid_id = uuid(stage.random)
    const running = { status: RETAIL_STATUS.running }
    const done = { status: RETAIL_STATUS.done }
    playRetail(stage, { job_id: fill, job_type: 'grid_fill', grid_id }, [
      [12, { ...running, progress: 10 }],
      [20, { progress: 55 }],
      [40, { ...done, progress: 100, grid_items_count: 1_240 }],
    ])
    playRetail(stage, { job_type: 'csv_import', progress: null, grid_id, related_grid_fill_job_id: fill }, [
      [2, running],
      [15, done],
    ])
  },
}

const otherTenant: Story = {
  name: 'other-tenant',
  about: 'A job of the other organization: 404 for you, there for its own key.',
  start: stage => {
    steady(stage, 'Harbour Goods: nautical prints', { organization_id: stage.otherOrganization })
  },
}

const gone: Story = {
  name: 'gone',
  about: 'A job that is deleted after 30 s: from then on a 404.',
  start: stage => {
    const jobId = steady(stage, 'Ordered by mistake')
    stage.clock.at(stage.clock.now() + 30_000, () => stage.merchantops.remove(jobId))
  },
}

const hugeDetail: Story = {
  name: 'big-detail',
  about: 'A job whose detail is 20 MB of reference keys.',
  start: stage => {
    const error = onProduct('MPL-100000', 'missing_gtin', 'No GTIN.')
    const reference_keys = { entity_type: 'product', prefix: 'MPL-SPRING-SUMMER-ASSORTMENT-', count: 280_000 }
    play(stage, 'Whole assortment', [start, [3, { error }], ...evenly(3, 120, 3, 280_000)], {
      total_items: 280_000,
      reference_keys,
    })
  },
}

export const links: readonly Story[] = [parentChild, cycle, related, otherTenant, gone, hugeDetail]
