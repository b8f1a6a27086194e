import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRequestName } from '../../../src/main/requests/answer'
import { type RequestName, requestSchemas } from '../../../src/shared/ipc'
import { aForm, canaryKey } from '../../support/a-form'
import { anEngine } from '../../support/an-engine'
import { anyText } from '../../support/any-text'
import { anyFault } from '../../support/arbitrary-state'
import { aWatchedJob } from '../../support/builders'

const id = fc.constantFrom('c1', 'c2', 'c3', 'nobody', '', '__proto__')
const text = fc.oneof(
  anyText(),
  fc.constantFrom('', '.', '..', 'a\nb', '["x"]', '__proto__', 'https://api.example.com', 'http://127.0.0.1:1/x'),
)
const form = fc.record({
  name: text,
  vendor: fc.constantFrom('merchantops', 'retailgrid'),
  baseUrl: fc.oneof(text, fc.constantFrom('https://api.example.com', 'https://other.example.com')),
  organization: fc.oneof(text, fc.constant('')),
  keySending: fc.oneof(
    fc.constantFrom(aForm().keySending, { kind: 'none' }, { kind: 'session-cookie' }),
    fc.record({ kind: fc.constant('header'), name: text, prefix: text }),
  ),
  key: fc.option(fc.oneof(text, fc.constant(canaryKey))),
})
const refs = fc.array(fc.record({ connectionId: id, jobId: fc.oneof(text, fc.constant('enrichment-5f2c81d0')) }))
const patch = fc.record(
  { keepDays: fc.integer({ min: 0, max: 5_000 }), paused: fc.boolean(), theme: fc.constantFrom('dark', 'blue') },
  { requiredKeys: [] },
)

const page = fc.tuple(
  refs.map(list => list[0]),
  fc.integer({ min: -1, max: 30 }),
  fc.integer({ min: 0, max: 501 }),
)

/** Arguments that may pass the schema; the names that are left out get anything at all. */
const likely: { readonly [Name in RequestName]?: fc.Arbitrary<readonly unknown[]> } = {
  'state:read': fc.constant([]),
  'connections:save': fc.tuple(fc.option(id), form, fc.boolean()),
  'connections:forget-key': fc.tuple(id),
  'connections:change': fc.tuple(
    id,
    fc.record(
      { paused: fc.boolean(), mutedKinds: fc.array(fc.constantFrom('succeeded', 'stalled', 'loud')) },
      { requiredKeys: [] },
    ),
  ),
  'connections:remove': fc.tuple(id),
  'connections:doctor': fc.tuple(id),
  'jobs:watch': fc.tuple(id, text),
  'jobs:forget': fc.tuple(refs),
  'jobs:restore': fc.tuple(refs),
  'jobs:look-now': fc.tuple(refs),
  'window:shows-job': refs.map(list => [list[0] ?? null]),
  'jobs:read-detail': refs.map(list => list.slice(0, 1)),
  'jobs:read-errors': page,
  'jobs:read-warnings': page,
  'jobs:read-reference-keys': page,
  'notices:mark-seen': fc.tuple(fc.oneof(fc.constant('all'), fc.array(fc.integer()))),
  'notices:mark-unseen': fc.tuple(fc.array(fc.integer())),
  'settings:change': fc.tuple(patch),
  'keychain:retry': fc.constant([]),
  'app:switch-mode': fc.tuple(fc.constantFrom('demo', 'live')),
  'app:quit': fc.constant([]),
}

const names = fc.constantFrom(...Object.keys(requestSchemas).filter(isRequestName))
const anything = fc.array(fc.anything(), { maxLength: 3 })
const request = names.chain(name =>
  fc.tuple(fc.constant(name), fc.oneof({ weight: 4, arbitrary: likely[name] ?? anything }, anything)),
)

/** No stack, no file, no words of the language or the database. */
const internals = /\n|\.[cm]?[jt]s\b|Error:|\bat \w+|undefined|SQLITE|\[object/

describe('any requests in any order, whatever the server answers', () => {
  it('are answered with a value or one sentence, are never trouble, and never give the key away', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(request, { maxLength: 12 }),
        fc.array(anyFault, { minLength: 1 }),
        async (list, faults) => {
          let asked = 0
          const engine = await anEngine({
            jobs: [aWatchedJob()],
            reply: () => faults[asked++ % faults.length] ?? { kind: 'not-found', said: null },
          })
          for (const [name, args] of list) {
            const told = await engine.ask(name, ...args)
            if (!told.ok) expect(told.message).not.toMatch(internals)
            expect(JSON.stringify(told)).not.toContain(canaryKey)
          }
          await engine.clock.pass(5_000)
          expect(engine.troubles).toEqual([])
          expect(JSON.stringify(engine.board.snapshot())).not.toContain(canaryKey)
          engine.stop()
        },
      ),
      { numRuns: 150 },
    )
  })
})
