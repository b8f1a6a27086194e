import type { Story } from '../story'
import { evenly, onProduct, play, type Step } from './script'

const start: Step = [1, { mark_started: true, stage: 'downloading' }]

const happy: Story = {
  name: 'happy',
  about: 'An enrichment of 40 items that completes after 22 s.',
  start: stage => {
    const stages: readonly Step[] = [
      [3, { stage: 'enriching' }],
      [19, { stage: 'uploading' }],
    ]
    const steps: readonly Step[] = [start, ...stages, ...evenly(2, 20, 2, 40), [22, { mark_completed: true }]]
    play(stage, 'Bed linen: size tables', steps, { total_items: 40 })
  },
}

const warnings: Story = {
  name: 'crawl-with-warnings',
  about: 'A crawl that completes with two warnings.',
  start: stage => {
    const noted: readonly Step[] = [
      [
        6,
        { warning: onProduct('MPL-20417', 'low_resolution', 'Image is 640 px wide; 1,000 px are advised.', 'images') },
      ],
      [
        9,
        {
          warning: onProduct(
            'MPL-20431',
            'expected_target_gap',
            'Not listed in web-fr, as its assortment says.',
            'publish',
          ),
        },
      ],
    ]
    const steps: readonly Step[] = [start, ...evenly(2, 16, 2, 30), ...noted, [18, { mark_completed: true }]]
    play(stage, 'Image check: own shop', byTime(steps), { job_type: 'crawl', total_items: 30 })
  },
}

const partial: Story = {
  name: 'partial',
  about: 'An enrichment that ends as a partial success: 3 of 24 items fail.',
  start: stage => {
    const failing: readonly Step[] = [
      [5, { error: onProduct('MPL-10482', 'image_not_found', 'Main image answers 404.', 'images') }],
      [8, { error: onProduct('MPL-10499', 'missing_gtin', 'No GTIN; the marketplace feed needs one.') }],
      [
        11,
        {
          error: onProduct(
            'MPL-10512',
            'price_mismatch',
            'Price is 49.90 EUR in the feed and 59.90 EUR in the catalogue.',
            'prices',
          ),
        },
      ],
    ]
    const steps: readonly Step[] = [start, ...evenly(2, 16, 2, 21), ...failing, [18, { mark_completed: true }]]
    play(stage, 'Tableware: marketplace titles', byTime(steps), { total_items: 24 })
  },
}

const failedSilently: Story = {
  name: 'failed-without-errors',
  about: 'A job marked failed: a message, and an empty list of errors.',
  start: stage => {
    const failed: Step = [12, { mark_failed: 'Supplier feed refused the login three times.' }]
    play(stage, 'Nightly supplier feed', [start, ...evenly(2, 10, 2, 18), failed], { total_items: 60 })
  },
}

const reopened: Story = {
  name: 'reopened',
  about: 'A job that completes, starts again 15 s later, and then ends as a partial success.',
  start: stage => {
    const again: readonly Step[] = [
      [10, { processed_items: 20, mark_completed: true }],
      [25, { mark_started: true, processed_items: 4 }],
      [30, { error: onProduct('MPL-31007', 'duplicate_sku', 'SKU appears twice in the supplier file.') }],
      [40, { processed_items: 19, mark_completed: true }],
    ]
    play(stage, 'Rugs: care instructions', [start, ...again], { total_items: 20 })
  },
}

const betweenPolls: Story = {
  name: 'ended-between-polls',
  about: 'Pending for 20 s, then over within half a second.',
  start: stage => {
    const steps: readonly Step[] = [
      [20, { mark_started: true }],
      [20.4, { processed_items: 5, mark_completed: true }],
    ]
    play(stage, 'Five corrected prices', steps, { total_items: 5 })
  },
}

function byTime(steps: readonly Step[]): readonly Step[] {
  return [...steps].sort(([a], [b]) => a - b)
}

export const endings: readonly Story[] = [happy, warnings, partial, failedSilently, reopened, betweenPolls]
