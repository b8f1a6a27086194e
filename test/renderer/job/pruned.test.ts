import { expect, test } from 'vitest'
import { prunedTo } from '../../../src/renderer/job/pruned'

const metadata = {
  stage: 'upload',
  source: { url: 'https://a.example', rows: 40_000 },
  locales: ['de', 'fr'],
  note: null,
}

test.each([
  ['STAGE', { stage: 'upload' }],
  ['a.example', { source: { url: 'https://a.example' } }],
  ['40000', { source: { rows: 40_000 } }],
  ['source', { source: metadata.source }],
  ['fr', { locales: ['fr'] }],
  ['null', { note: null }],
  ['absent', undefined],
])('searching metadata for %s leaves what has it and what that is in', (search, left) =>
  expect(prunedTo(metadata, search)).toEqual(left),
)
