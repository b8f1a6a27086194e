import { expect, test } from 'vitest'
import { readFirst } from '../../../src/renderer/state/pages'

/** A list of `total` numbers that remembers how it was asked. */
function someList(total: number) {
  const asked: string[] = []
  const all = Array.from({ length: total }, (_, index) => index)
  const read = async (offset: number, limit: number) => {
    asked.push(`${offset}+${limit}`)
    return { total, entries: all.slice(offset, offset + limit) }
  }
  return { asked, read }
}

test('reads page after page, none larger than allowed, until there is enough', async () => {
  const { asked, read } = someList(5_000)
  expect(await readFirst(read, 1_100)).toHaveLength(1_100)
  expect(asked).toEqual(['0+500', '500+500', '1000+100'])
})

test('stops at the end of the list', async () => {
  const { asked, read } = someList(620)
  expect(await readFirst(read, 10_000)).toHaveLength(620)
  expect(asked).toEqual(['0+500', '500+500'])
})

test('a list that has shrunk meanwhile does not go on for ever', async () => {
  expect(await readFirst(async () => ({ total: 100, entries: [] }), 100)).toEqual([])
})
