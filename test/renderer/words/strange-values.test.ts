import { expect, test } from 'vitest'
import { queryOf } from '../../../src/renderer/jobs/query'
import { type Holds, strangersOf } from '../../../src/renderer/jobs/strangers'
import { noMatchSentence } from '../../../src/renderer/words/no-match'
import { strangeSentences } from '../../../src/renderer/words/strange-values'

const nobody: Holds = () => false
const noMatch = (filter: string) => noMatchSentence(queryOf(filter), strangersOf(queryOf(filter), nobody))
const told = (filter: string, holds: Holds = nobody) => strangeSentences(strangersOf(queryOf(filter), holds))

test.each([
  ['is:pined', 'is:pined'],
  ['state:fayled', 'fayled'],
  ['type:nope', 'nope'],
  ['since:monday', '“since:monday” names no filter'],
  ['!state:running', '“!state:running” is looked for as it stands. A minus leaves jobs out: -state:running.'],
  ['-state:running', 'What a minus stands before is left out.'],
  ['nothing at all', 'All words must occur'],
])('%j that finds nothing is explained', (filter, said) => {
  expect(noMatch(filter)).toContain(said)
})

test('each part of a filter that is not understood is explained, not the first alone; an address is no filter', () => {
  const said = noMatch('state:bogus state:odd since:x is:lost https://server/jobs')
  for (const part of ['“bogus” or “odd”', '“since:x”', '“is:lost”']) expect(said).toContain(part)
  expect(said).not.toContain('https')
})

test.each([
  ['-is:unread', ['“-is:unread” leaves nothing out: “is:unread” is not known. It may be pinned']],
  [
    '-state:bogus',
    ['“-state:bogus” leaves nothing out: no job is in a state that begins with “bogus”. There are active'],
  ],
  ['-type:zzz', ['“-type:zzz” leaves nothing out: no watched job has a type']],
  ['-connection:zzz,yyy', ['“-connection:zzz,yyy” leaves nothing out: no watched job has a connection']],
  ['-since:monday', ['“-since:monday” leaves nothing out: it names no filter']],
  ['state:failed,bogus', ['No job is in a state that begins with “bogus”. There are active']],
  ['--crawl', ['“--crawl” leaves nothing out: one minus is enough, as in -crawl.']],
  ['--state:failed', ['“--state:failed” leaves nothing out: one minus is enough, as in -state:failed.']],
  ['-is:a -is:b', ['“-is:a” leaves', '“-is:b” leaves']],
])('of %j it is said what is not known, as of the same without a minus', (filter, starts) => {
  const said = told(filter)
  expect(said).toHaveLength(starts.length)
  for (const [index, start] of starts.entries()) expect(said[index]?.startsWith(start)).toBe(true)
})

test.each([
  '-is:pinned -state:failed state:partly',
  // Nothing of the kind is there now, and it is a state all the same.
  '-state:cancelled state:"finished with"',
  // A plain word may wait for its job.
  '-legacy -id:zzz',
])('of %j nothing is said', filter => {
  expect(told(filter)).toEqual([])
})

test('what a watched job has is known, whatever it is called', () => {
  const held: string[] = []
  const holds: Holds = (field, value) => held.push(`${field} ${value}`) > 0
  expect(told('-state:in_progress -type:crawl connection:eu -x:y', holds)).toEqual([])
  expect(held.sort()).toEqual(['connection eu', 'state in_progress', 'type crawl', 'word x:y'])
})
