import { expect, test } from 'vitest'
import { queryFields, queryOf } from '../../../src/renderer/jobs/query'
import { bareSentences } from '../../../src/renderer/words/bare-fields'
import { noMatchSentence } from '../../../src/renderer/words/no-match'

const told = (filter: string) => bareSentences(queryOf(filter))

test.each([
  ['state:', ['After “state:” comes active, attention,']],
  ['words IS: type:crawl', ['After “is:” comes pinned, muted,']],
  ['id:""', ['After “id:” comes a job’s id, or a part of it.']],
  ['-connection:', ['“-connection:” leaves nothing out: after it comes how the name of a connection begins.']],
  ['state: type: state: -state:', ['After “state:”', 'After “type:”']],
])('of %j, where nothing stands after a field, it is said once what may', (filter, starts) => {
  const said = told(filter)
  expect(said).toHaveLength(starts.length)
  for (const [index, start] of starts.entries()) expect(said[index]).toContain(start)
})

test.each(['', 'state:failed', 'state:failed,', 'type:crawl sku', '-sku', 'since:', 'https://'])(
  'of %j nothing is said',
  filter => {
    expect(told(filter)).toEqual([])
  },
)

test.each([
  ['"', '“"” asks for nothing: quotes hold words together, as in "two words".'],
  ['crawl ""', '“""” asks for nothing: quotes hold words together, as in "two words".'],
  ['-"', '“-"” asks for nothing: quotes hold words together, as in "two words".'],
  ['-- ', '“--” alone leaves nothing out: the word comes right after it, as in -finished.'],
  ['- finished', '“-” alone leaves nothing out: the word comes right after it, as in -finished.'],
])('of %j, a quote or a minus alone, it is said that it does nothing', (filter, sentence) => {
  expect(told(filter)).toEqual([sentence])
})

test('where nothing matches, a comma in a word is told from one after a field', () => {
  expect(noMatchSentence(queryOf('crawl,import'), [])).toBe(
    '“crawl,import” is looked for as it stands, with its comma. A comma means or after a field: type:crawl,import.',
  )
  expect(noMatchSentence(queryOf('type:crawl,import'), [])).toMatch(/^All words must occur/)
})

test('every field has its sentence, and the place for no matches says it too', () => {
  for (const field of queryFields) expect(told(`${field}:`)).toHaveLength(1)
  expect(noMatchSentence(queryOf('zzz state:'), [])).toContain('After “state:” comes active')
})
