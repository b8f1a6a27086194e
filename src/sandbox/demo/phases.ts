import type { Phase } from './plan'

const n = (value: number) => value.toLocaleString('en-GB')

export const enrichmentPhases: readonly Phase[] = [
  { from: 0, stage: 'downloading', message: () => 'Fetching the supplier file' },
  { from: 0.06, stage: 'transforming', message: (_done, total) => `Matching columns of ${n(total)} products` },
  { from: 0.14, stage: 'enriching', message: (done, total) => `Wrote copy for ${n(done)} of ${n(total)} products` },
  {
    from: 0.72,
    stage: 'checking images',
    message: (done, total) => `Checked images of ${n(done)} of ${n(total)} products`,
  },
  { from: 0.93, stage: 'uploading', message: () => 'Publishing to web-de, web-fr and the marketplace feed' },
]

export const crawlPhases: readonly Phase[] = [
  { from: 0, stage: 'discovering', message: (_done, total) => `Found ${n(total)} pages so far` },
  { from: 0.1, stage: 'crawling', message: (done, total) => `Read ${n(done)} of ${n(total)} pages` },
  { from: 0.85, stage: 'extracting', message: () => 'Taking prices and stock from the pages' },
]

export const feedPhases: readonly Phase[] = [
  { from: 0, stage: 'downloading', message: () => 'Downloading oracle-export-full.csv.gz (412 MB)' },
  { from: 0.2, stage: 'transforming', message: (_done, total) => `Turning ${n(total)} rows into products` },
  { from: 0.4, stage: 'uploading', message: (done, total) => `Uploaded ${n(done)} of ${n(total)} rows` },
  { from: 0.55, stage: 'dispatched', message: () => 'Handed over to the enrichment job' },
]
