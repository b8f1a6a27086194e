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

test('every field has its sentence, and the place for no matches says it too', () => {
  for (const field of queryFields) expect(told(`${field}:`)).toHaveLength(1)
  expect(noMatchSentence(queryOf('zzz state:'), [])).toContain('After “state:” comes active')
})
