import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fits, isWords, queryOf } from '../../../src/renderer/jobs/query'
import { stateWords } from '../../../src/renderer/jobs/state-phrases'
import { refKey } from '../../../src/shared/job'
import type { WatchedJob } from '../../../src/shared/snapshot'
import { anyFault, anyJob } from '../../support/arbitrary-state'
import { aWatchedJob } from '../../support/builders'

const ref = { connectionId: 'c1', jobId: 'crawl-5f2c81d0' }

const anyWatched: fc.Arbitrary<WatchedJob> = fc
  .record({
    job: fc.option(anyJob),
    fault: fc.option(anyFault),
    pinned: fc.boolean(),
    muted: fc.boolean(),
    gone: fc.boolean(),
    origin: fc.constantFrom('added', 'linked'),
    stalledSince: fc.option(fc.constant('2026-03-02T12:00:00.000Z')),
  })
  .map(({ fault, ...own }) =>
    aWatchedJob({ ...own, ref, fault: fault && { fault, since: '2026-03-02T12:00:00.000Z' } }),
  )

const anyAbout = fc.record({
  connection: fc.constantFrom('Outfitters EU', 'Grid shop', '-'),
  unseen: fc.constantFrom(new Set<string>(), new Set([refKey(ref)])),
})

const typed = fc.constantFrom('csv', 'csv_import', 'crawl', 'enrichment', 'outfitters', 'eu', 'grid', 'x', 'running')
/** What may stand in a filter, never empty. */
const term = fc.oneof(
  typed,
  fc.constantFrom(...stateWords).map(word => `state:${word}`),
  fc.constantFrom(...isWords).map(word => `is:${word}`),
  typed.map(word => `type:${word}`),
  typed.map(word => `connection:${word}`),
  fc.constantFrom('crawl', '5f2c', 'zzz').map(word => `id:${word}`),
  fc.constantFrom('state:failed,partial', 'state:"partly finished",queued', 'type:crawl,"csv import"', 'state:needs'),
  fc.constantFrom('"grid shop"', 'connection:"outfitters eu"', 'type:"csv import"', 'since:monday'),
)

test('a term with a minus lets through exactly what the term itself does not', () => {
  fc.assert(
    fc.property(anyWatched, anyAbout, term, (watched, about, what) => {
      expect(fits(queryOf(`-${what}`), watched, about)).toBe(!fits(queryOf(what), watched, about))
    }),
  )
})

test('what is left out is left out of whatever else is asked for, wherever it stands, each for itself', () => {
  fc.assert(
    fc.property(
      anyWatched,
      anyAbout,
      fc.array(term, { maxLength: 3 }),
      fc.array(term, { maxLength: 3 }),
      (watched, about, wanted, out) => {
        const minus = out.map(what => `-${what}`)
        const expected =
          fits(queryOf(wanted.join(' ')), watched, about) && !out.some(what => fits(queryOf(what), watched, about))
        for (const filter of [
          [...wanted, ...minus],
          [...minus, ...wanted],
        ])
          expect(fits(queryOf(filter.join(' ')), watched, about)).toBe(expected)
      },
    ),
  )
})
