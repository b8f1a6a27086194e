import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { completions } from '../../../src/renderer/jobs/complete'
import { fits, queryOf } from '../../../src/renderer/jobs/query'
import { stateWords } from '../../../src/renderer/jobs/state-phrases'
import { refKey } from '../../../src/shared/job'
import { stateName } from '../../../src/shared/wording'
import { anyJob } from '../../support/arbitrary-state'
import { anEndedJob, aWatchedJob } from '../../support/builders'

const watched = aWatchedJob()
const anyWatched = fc.option(anyJob).map(job => aWatchedJob({ job }))
const anyAbout = fc.record({
  connection: fc.constantFrom('Outfitters EU', 'Grid, shop'),
  unseen: fc.constantFrom(new Set<string>(), new Set([refKey(watched.ref)])),
})
const values = {
  state: fc.constantFrom(...stateWords, 'partly', '"partly finished"', '"needs attention"', 'in_progress', 'bogus'),
  type: fc.constantFrom('csv', '"csv import"', 'crawl', 'zzz'),
  connection: fc.constantFrom('eu', '"grid, shop"', 'outfitters', 'zzz'),
}
const field = fc.constantFrom('state', 'type', 'connection')
const several = field.chain(name => fc.tuple(fc.constant(name), fc.array(values[name], { minLength: 1, maxLength: 4 })))

test('a comma means or: with it fits what fits one of the values, and a minus leaves out just that', () => {
  fc.assert(
    fc.property(anyWatched, anyAbout, several, (watched, about, [name, list]) => {
      const found = (filter: string) => fits(queryOf(filter), watched, about)
      const one = list.some(value => found(`${name}:${value}`))
      expect(found(`${name}:${list.join(',')}`)).toBe(one)
      expect(found(`-${name}:${list.join(',')}`)).toBe(!one)
      expect(found(list.map(value => `${name}:${value}`).join(' '))).toBe(one)
    }),
  )
})

test('a job is found by what the window calls its state', () => {
  fc.assert(
    fc.property(anyJob, anyAbout, (job, about) => {
      fc.pre(!stateName(job).includes('"'))
      expect(fits(queryOf(`state:"${stateName(job)}"`), aWatchedJob({ job }), about)).toBe(true)
    }),
  )
})

const warned = aWatchedJob({ job: anEndedJob({ outcome: 'warned', status: 'done' }) })
const partly = aWatchedJob({ job: anEndedJob({ outcome: 'partial', status: 'done' }) })
const about = { connection: 'Grid, shop', unseen: new Set<string>() }

describe('a state in the words of the window', () => {
  it.each([
    ['state:partly', false, true],
    ['state:"Partly finished"', false, true],
    ['-state:partly', true, false],
    ['state:"finished with warnings"', true, false],
    // The word keeps its meaning: all went well.
    ['state:finished', false, false],
    ['state:fin', false, false],
    ['state:warnings,partly', true, true],
    ['state:failed,"partly finished"', false, true],
    ['state:failed,', false, false],
    ['state:,', true, true],
    ['connection:"grid, shop"', true, true],
    ['connection:"grid, sh', true, true],
    ['connection:x,"grid, s', true, true],
  ])('%j: with warnings %j, partly finished %j', (filter, first, second) => {
    expect([fits(queryOf(filter), warned, about), fits(queryOf(filter), partly, about)]).toEqual([first, second])
  })
})

it.each([
  ['state:failed,pa', ['state:failed,partial ']],
  ['sku -type:crawl,c', ['sku -type:crawl,csv_import ']],
  ['connection:"grid, shop",o', ['connection:"grid, shop","outfitters eu" ']],
  ['connection:g', ['connection:"grid, shop" ']],
  ['connection:outfitters,"grid, s', ['connection:outfitters,"grid, shop" ']],
])('%j goes on with %j', (filter, expected) => {
  const known = { types: ['csv_import'], connections: ['Outfitters EU', 'Grid, shop'] }
  expect(completions(filter, known)).toEqual(expected)
})
