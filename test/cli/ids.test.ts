import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { idsFrom } from '../../src/cli/ids'
import { refusal } from '../support/a-command-line'

describe('ids on the command line', () => {
  const given = (words: readonly string[], stdin = '') => idsFrom(words, Readable.from([stdin]))
  const from = async (words: readonly string[], stdin = '') => (await given(words, stdin)).ids

  it('are read from standard input for a dash, as they were pasted', async () => {
    const pasted = 'crawl-1, crawl-2;crawl-3\r\n"crawl-4"\tcrawl-1\nhttps://api.example.com/api/jobs/crawl-5/status\n\n'
    expect(await from(['x', '-'], pasted)).toEqual(['x', 'crawl-1', 'crawl-2', 'crawl-3', 'crawl-4', 'crawl-5'])
    expect(await from(['-'], '["a, b", "c"]')).toEqual(['a, b', 'c'])
  })

  it('may carry the separators that they were copied with; a blank within is part of the id', async () => {
    expect(await from(['a,', 'b;c', ' d e ', 'https://h.example/api/jobs/f'])).toEqual(['a', 'b', 'c', 'd e', 'f'])
  })

  it('with a blank in them are one id as an argument, and refused as a line of standard input', async () => {
    expect(await given(['sp ace1', '-'], 'sp ace2\ncrawl-1\n')).toEqual({
      ids: ['sp ace1', 'crawl-1'],
      refused: [{ text: 'sp ace2', why: expect.stringMatching(/^A blank parts no ids\. Put each on a line/) }],
    })
    expect((await given(['-'], 'some words')).refused).toHaveLength(1)
  })

  it('that are empty stay, to be refused by name; none at all on standard input is wrong usage', async () => {
    expect(await from([''])).toEqual([''])
    await expect(from(['-'], ' \n')).rejects.toEqual(refusal('There is no job id on standard input.', 2))
  })

  it.each(['[1,2]', '["a","b"', '{"jobId":"a"}'])('that are JSON but no list of texts are refused: %s', async text => {
    await expect(from(['-'], text)).rejects.toEqual(
      refusal('Standard input looks like JSON, but is no list of texts such as ["id", "id"].', 2),
    )
  })

  it('are not read without end', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield 'crawl-1\n'.repeat(10_000)
      })(),
    )
    await expect(idsFrom(['-'], endless)).rejects.toEqual(
      refusal('Standard input is too long to be a list of job ids.', 2),
    )
  })
})
