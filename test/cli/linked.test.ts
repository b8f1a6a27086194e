import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { connectionNamed } from '../../src/cli/commands'
import { idsFrom } from '../../src/cli/ids'
import { linked } from '../../src/cli/linked'
import { checkJobId } from '../../src/shared/job-id'
import { refusal } from '../support/a-command-line'
import { aConnection } from '../support/builders'

describe('a link on the command line', () => {
  it('stands for the connection and the job that it names', () => {
    expect(linked('show', ['jobtray://job/Outfitters%20EU/crawl-1'])).toEqual(['Outfitters EU', 'crawl-1'])
    expect(linked('wait', ['JOBTRAY://job/c1/crawl-1'])).toEqual(['c1', 'crawl-1'])
  })

  it.each(['-', 'a,b', 'a b'])('keeps its id as it is where many may be given: %s', async id => {
    const [name, ...ids] = linked('watch', [`jobtray://job/Shop/${encodeURIComponent(id)}`, 'x'])
    expect(name).toBe('Shop')
    expect((await idsFrom(ids, Readable.from(['not read']))).ids).toEqual([id, 'x'])
  })

  it('may name several jobs to watch', async () => {
    const [, ...ids] = linked('watch', ['jobtray://add?connection=Shop&ids=a,b'])
    expect((await idsFrom(ids, Readable.from([]))).ids).toEqual(['a', 'b'])
  })

  it('that is none is wrong usage, said in a sentence', () => {
    expect(() => linked('watch', ['jobtray://jobs/Shop/a'])).toThrow(
      refusal('“jobtray://jobs/Shop/a” is no link that Jobtray reads. One is written jobtray://job/CONNECTION/ID.', 2),
    )
  })

  it.each(['show', 'wait', 'timeline', 'post', 'watch', 'unwatch'] as const)(
    'after the name of a connection is refused by %s, with the word to leave out',
    command => {
      for (const link of ['jobtray://job/Shop/a', ' JOBTRAY://add?connection=Shop&ids=a,b']) {
        expect(() => linked(command, ['Shop', link])).toThrow(
          refusal('A link names its connection itself: leave out “Shop”.', 2),
        )
      }
    },
  )

  it.each([
    ['jobtray://job/Shop/a', 'jobtray://job/Other/b'],
    ['Shop', 'a', 'jobtray://job/Shop/b'],
    ['Shop', 'jobtray://job/Shop/a', 'jobtray://job/Shop/b'],
  ])('among others is refused too, for there no word is the one too many: %s %s', (...words) => {
    const sentence = 'A link names its connection itself: give it in a command of its own.'
    expect(() => linked('watch', words)).toThrow(refusal(sentence, 2))
  })

  it('where an id is wanted is no id', () => {
    const why = 'This is a link, not an id. The id is the last part of it.'
    expect(checkJobId('merchantops', 'jobtray://job/c1/a')).toEqual({ ok: false, why })
  })

  it('leaves other words alone', () => {
    expect(linked('watch', ['Shop', 'a', 'b'])).toEqual(['Shop', 'a', 'b'])
    expect(linked('pause', ['jobtray://job/c1/a'])).toEqual(['jobtray://job/c1/a'])
  })

  it('may name the connection by its id; a name goes first', () => {
    const connections = [aConnection({ id: 'c1', name: 'Shop' }), aConnection({ id: 'c2', name: 'c1' })]
    expect(connectionNamed({ connections }, 'c2').name).toBe('c1')
    expect(connectionNamed({ connections }, 'c1').id).toBe('c2')
  })
})
