import { describe, expect, it } from 'vitest'
import { chosenTests, testFiles } from '../../../scripts/test/chosen.mjs'

const files = [
  'test/app/inbox.test.ts',
  'test/cli/list.test.ts',
  'test/desktop/tray.test.ts',
  'test/renderer/list.test.tsx',
]

describe('what npm test runs', () => {
  it('is everything without a word', () => {
    expect(chosenTests([], files)).toBeNull()
  })

  it('are the files with one of the words in their path, each with its runner', () => {
    expect(chosenTests(['list', './test/app'], files)).toEqual({
      vitest: ['test/cli/list.test.ts', 'test/renderer/list.test.tsx'],
      playwright: ['test/app/inbox.test.ts'],
    })
  })

  it.each([
    [['--watch'], 'There is no option --watch.'],
    [['list', '-t'], 'There is no option -t.'],
    [['list', 'nothing'], 'No test file has “nothing” in its path.'],
    [[''], 'No test file has “” in its path.'],
  ])('%j is refused in a sentence', (words, sentence) => {
    expect(chosenTests(words, files)).toBe(sentence)
  })

  it('are found on the disk, those of both runners', () => {
    const found = testFiles()
    expect(found).toContain('test/scripts/test/chosen.test.ts')
    expect(found).toContain('test/desktop/tray.test.ts')
  })
})
