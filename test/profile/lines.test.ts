import { Socket } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onLines, toLine } from '../../src/profile/lines'
import { settle } from '../support/fake-clock'

/** The lines that come out of pieces as they arrive. */
async function linesOf(pieces: readonly Buffer[], longest = 1_000) {
  const socket = new Socket()
  const lines: string[] = []
  onLines(socket, longest, line => lines.push(line))
  for (const piece of pieces) socket.push(piece)
  await settle()
  const { destroyed } = socket
  socket.destroy()
  return { lines, destroyed }
}

describe('lines over a socket', () => {
  it('come out whole, however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.anything({ withNullPrototype: false })),
        fc.integer({ min: 1, max: 9 }),
        async (values, size) => {
          const sent = values.map(value => ({ value }))
          const bytes = Buffer.from(sent.map(toLine).join(''))
          const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
            bytes.subarray(at * size, (at + 1) * size),
          )
          const { lines } = await linesOf(pieces, 1_000_000)
          expect(lines).toEqual(sent.map(value => JSON.stringify(value)))
        },
      ),
      { numRuns: 50 },
    )
  })

  it('do not end at a line separator of Unicode, which JSON leaves as it is', async () => {
    const line = toLine({ stage: 'a\u2028b\u2029c\u0085d\re' })
    expect((await linesOf([Buffer.from(line)])).lines).toEqual([line.trimEnd()])
  })

  it('may be empty, and what follows the last one is none', async () => {
    expect((await linesOf([Buffer.from('\n\na\nhalf')])).lines).toEqual(['', '', 'a'])
  })

  it('that never end close the socket', async () => {
    const { lines, destroyed } = await linesOf([Buffer.alloc(600, 'x'), Buffer.alloc(600, 'x')])
    expect([lines, destroyed]).toEqual([[], true])
  })

  it('may be many, and long together', async () => {
    const { lines, destroyed } = await linesOf(Array.from({ length: 50 }, () => Buffer.from(`${'x'.repeat(900)}\n`)))
    expect([lines.length, destroyed]).toEqual([50, false])
  })
})
