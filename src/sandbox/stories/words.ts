import type { Story } from '../story'
import { evenly, play, type Step, steady } from './script'

const start: Step = [1, { mark_started: true, stage: 'enriching' }]
const saying =
  (status: string): Step[1] =>
  job => ({ ...job, status })

const unknown: Story = {
  name: 'unknown-status',
  about: 'A job that becomes `awaiting_review` after 6 s, and another that ends as `archived`.',
  start: stage => {
    play(stage, 'Copy with a second pair of eyes', [start, [6, saying('awaiting_review')]], { total_items: 12 })
    const archived: Step = [20, (job, at) => ({ ...job, status: 'archived', completed_at: at })]
    play(stage, 'Last season: archive', [start, ...evenly(1, 18, 2, 30), archived], { total_items: 30 })
  },
}

const letterCase: Story = {
  name: 'status-case',
  about: 'Three jobs that write their statuses in upper, mixed and spaced letters.',
  start: stage => {
    const ending = (status: string): Step => [
      15,
      (job, at) => ({ ...job, status, processed_items: 10, completed_at: at }),
    ]
    play(stage, 'Upper case', [[1, saying('IN_PROGRESS')], ending('COMPLETED')], { total_items: 10 })
    play(stage, 'Mixed case', [[1, saying('In_Progress')], ending('Completed_With_Warnings')], { total_items: 10 })
    play(stage, 'Spaces', [[1, saying('In progress')], ending('Partial Success')], { total_items: 10 })
  },
}

const naive: Story = {
  name: 'naive-timestamps',
  about: 'A job whose timestamps carry microseconds and no time zone.',
  start: stage => {
    steady(stage, 'Written in local time, one would think', { stamps: 'naive' })
  },
}

const skew: Story = {
  name: 'clock-skew',
  about: 'The whole server’s clock is 10 minutes ahead, timestamps and Date header alike.',
  start: stage => {
    stage.clock.change({ skew: 10 * 60_000 })
    steady(stage, 'From the future')
  },
}

const hostile: Story = {
  name: 'hostile-text',
  about: 'A job whose texts hold markup, control and bidirectional characters.',
  start: stage => {
    const text = '<img src=x onerror=alert(1)> \u202Egnirts\u202C \u0007 \u001b[31mred'
    const error = {
      entity_key: text,
      entity_type: 'product',
      error_type: '__proto__',
      message: text,
      details: { text },
    }
    steady(stage, text, { job_type: '<b>crawl</b>' })
    play(stage, text, [start, [3, { message: text, error }], [30, { mark_failed: text }]], { total_items: 3 })
  },
}

export const words: readonly Story[] = [unknown, letterCase, naive, skew, hostile]
