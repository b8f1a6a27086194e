import type { Story } from '../story'
import { evenly, play, type Step } from './script'

const start: Step = [1, { mark_started: true, stage: 'downloading' }]

const counted: Story = {
  name: 'zero-total-then-counted',
  about: '0 of 0 until the rows are counted, after 12 s.',
  start: stage => {
    const steps: readonly Step[] = [
      start,
      [12, { total_items: 800, stage: 'enriching' }],
      ...evenly(12, 60, 3, 800),
      [62, { mark_completed: true }],
    ]
    play(stage, 'Autumn lighting: copy', steps)
  },
}

const growing: Story = {
  name: 'growing-total',
  about: 'A crawl that keeps finding pages: the total grows from 50 to 950.',
  start: stage => {
    const found = Array.from(
      { length: 18 },
      (_, index): Step => [3 + index * 3, { total_items: 100 + index * 50, processed_items: 30 + index * 40 }],
    )
    const steps: readonly Step[] = [start, ...found, [80, { processed_items: 950, mark_completed: true }]]
    play(stage, 'Competitor prices', steps, { job_type: 'crawl', total_items: 50 })
  },
}

const regress: Story = {
  name: 'regress',
  about: 'A job whose processed items fall from 300 to 120 when a batch is taken back.',
  start: stage => {
    const back: Step = [26, { processed_items: 120, message: 'Batch 3 taken back' }]
    const on = evenly(26, 60, 2, 400).map(
      ([at, report]): Step => [
        at,
        typeof report === 'function'
          ? report
          : { ...report, processed_items: Math.max(120, report.processed_items ?? 0) },
      ],
    )
    play(
      stage,
      'Garden furniture, French texts',
      [start, ...evenly(2, 24, 2, 300), back, ...on, [62, { mark_completed: true }]],
      { total_items: 400 },
    )
  },
}

const frozen: Story = {
  name: 'frozen',
  about: 'A job that stops moving after 10 s and never ends.',
  start: stage => {
    play(stage, 'Bathroom textiles: GTIN', [start, ...evenly(2, 10, 2, 90)], { total_items: 400 })
  },
}

const tooMany: Story = {
  name: 'beyond-total',
  about: 'A job that has processed 130 of 100 items and says 130 %.',
  start: stage => {
    const beyond: Step = [8, job => ({ ...job, processed_items: 130, overrides: { progress_percentage: 130 } })]
    play(stage, 'Storage baskets', [start, ...evenly(2, 6, 2, 60), beyond], { total_items: 100 })
  },
}

const unlisted: Story = {
  name: 'more-failed-than-listed',
  about: 'A job with 5,000 failed items, of which 100 are listed.',
  start: stage => {
    const entry = (index: number, at: number) => ({
      entity_key: `MPL-${40_000 + index}`,
      entity_type: 'product',
      error_type: 'missing_gtin',
      message: 'No GTIN.',
      timestamp: at,
      details: null,
      step: 'validate',
    })
    const failing: Step = [
      4,
      (job, at) => ({
        ...job,
        processed_items: 1_000,
        failed_items: 5_000,
        errors: Array.from({ length: 100 }, (_, index) => entry(index, at)),
      }),
    ]
    play(stage, 'Whole assortment: GTIN check', [start, failing, [40, { mark_completed: true }]], {
      total_items: 6_000,
    })
  },
}

export const counts: readonly Story[] = [counted, growing, regress, frozen, tooMany, unlisted]
