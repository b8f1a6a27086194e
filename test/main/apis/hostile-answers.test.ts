import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jobsApis } from '../../../src/main/apis/registry'
import type { Result } from '../../../src/shared/fault'
import { good } from '../../../src/shared/fault'
import { aConnection, aGridId, aGridJob, anAnswer, aWireIssue, aWireJob, recordingHttp } from './builders'

/** What a server may put where anything else is expected. */
const hostile = fc.oneof(
  { weight: 4, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  fc.constantFrom('NaN', 'Infinity', '-0', '9007199254740993', '\ud800', 'a\u0000b', '\u202egnp', '__proto__', '1e999'),
  fc.constantFrom(2 ** 53 + 2, -1, 1e308, -1e308, 0.1, Number.MAX_SAFE_INTEGER),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')),
  fc.constant(JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`)),
)

async function readWith(vendor: 'merchantops' | 'retailgrid', json: unknown): Promise<readonly Result<unknown>[]> {
  const { http } = recordingHttp(anAnswer(json), anAnswer(json))
  const api = jobsApis[vendor](aConnection({ vendor }), http, async () => good('key'))
  const jobId = vendor === 'retailgrid' ? aGridId : 'enrichment-5f2c81d0'
  return [await api.readStatus(jobId), await api.readDetail(jobId)]
}

/** Every number in a value, however deep. */
const numbersIn = (value: unknown): readonly number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : []

const bases = { merchantops: aWireJob({ errors: [aWireIssue()] }), retailgrid: aGridJob() } as const

describe.each(['merchantops', 'retailgrid'] as const)(
  'an answer of %s with anything in any field (fault 19)',
  vendor => {
    it('is an observation or a fault, and pollutes nothing', async () => {
      const fields = [...Object.keys(bases[vendor]), 'metadata', 'errors', 'completed_at', 'progress', 'toString']
      await fc.assert(
        fc.asyncProperty(fc.dictionary(fc.constantFrom(...fields), hostile, { maxKeys: 5 }), async spoilt => {
          for (const result of await readWith(vendor, { ...bases[vendor], ...spoilt })) {
            if (result.ok) {
              const { facts } = result.value as { facts: object }
              expect(numbersIn(facts).every(Number.isFinite)).toBe(true)
              // What is kept goes into SQLite and over IPC as JSON.
              expect(() => JSON.stringify(result.value)).not.toThrow()
            } else expect(['garbled', 'not-found']).toContain(result.fault.kind)
          }
          expect(Reflect.get({}, 'polluted')).toBeUndefined()
        }),
        { numRuns: 300 },
      )
    })
  },
)
