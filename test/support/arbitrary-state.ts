import fc from 'fast-check'
import { type Fault, type FaultKind, faultKinds } from '../../src/shared/fault'
import { type Job, outcomes, phases } from '../../src/shared/job'
import { aJob } from './builders'

/** A server's sentence: any signs, but never the two words that would mean a slip of ours. */
export const serverText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .filter(text => !/undefined|null|NaN/.test(text))
const said = fc.option(serverText)
const wait = fc.option(fc.nat(86_400_000))
const status = fc.integer({ min: 400, max: 599 })

/** One generator for each kind, so that a kind without one does not compile. */
const byKind: { readonly [Kind in FaultKind]: fc.Arbitrary<Extract<Fault, { kind: Kind }>> } = {
  unauthorized: fc.record({ kind: fc.constant('unauthorized'), said }),
  forbidden: fc.record({
    kind: fc.constant('forbidden'),
    permission: fc.constantFrom('job:read', 'job:create', null),
    said,
  }),
  'not-found': fc.record({ kind: fc.constant('not-found'), said }),
  conflict: fc.record({ kind: fc.constant('conflict'), status, said }),
  rejected: fc.record({
    kind: fc.constant('rejected'),
    status: fc.oneof(fc.constant(0), status),
    complaints: fc.array(
      fc.record({ at: fc.oneof(fc.constant(''), fc.constant('error.message')), message: serverText }),
      {
        maxLength: 3,
      },
    ),
    said,
  }),
  'rate-limited': fc.record({ kind: fc.constant('rate-limited'), retryAfterMs: wait }),
  server: fc.record({ kind: fc.constant('server'), status, retryAfterMs: wait }),
  moved: fc.record({ kind: fc.constant('moved'), status, toOrigin: fc.option(fc.webUrl()) }),
  unreachable: fc.record({
    kind: fc.constant('unreachable'),
    cause: fc.constantFrom('name', 'connect', 'tls', 'timeout', 'cut', 'proxy'),
    reason: fc.constantFrom('', 'ECONNREFUSED', 'certificate has expired'),
    mayHaveArrived: fc.boolean(),
  }),
  'not-the-api': fc.record({ kind: fc.constant('not-the-api'), contentType: fc.option(fc.constant('text/html')) }),
  garbled: fc.record({ kind: fc.constant('garbled'), what: serverText }),
  'too-large': fc.record({ kind: fc.constant('too-large'), limitBytes: fc.constantFrom(1_048_576, 8_388_608) }),
  'no-key': fc.record({ kind: fc.constant('no-key'), why: fc.constantFrom('none', 'locked', 'no-keychain') }),
}

export const anyFault: fc.Arbitrary<Fault> = fc.oneof(...faultKinds.map((kind): fc.Arbitrary<Fault> => byKind[kind]))

const number = fc.option(fc.oneof(fc.nat(50_000), fc.integer({ min: -3, max: 3 })))

/** Any state that an answer could have led to, sensible or not. */
export const anyJob: fc.Arbitrary<Job> = fc
  .record({
    jobType: fc.option(fc.oneof(serverText, fc.constantFrom('', ' ', '_-_', 'csv_import'))),
    status: fc.oneof(serverText, fc.constant('')),
    phase: fc.constantFrom(...phases),
    ending: fc.option(fc.constantFrom(...outcomes)),
    value: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    total: number,
    processed: number,
    failed: number,
    warned: number,
    gridItemsCount: number,
  })
  .map(({ ending, value, ...own }) =>
    aJob({
      ...own,
      outcome: own.phase === 'ended' ? ending : null,
      percent: { value, source: value === null ? 'none' : 'server' },
    }),
  )
