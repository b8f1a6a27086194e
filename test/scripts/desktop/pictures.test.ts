import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { writePng } from '../../../scripts/desktop/png.mjs'
import { pixmapToPng } from '../../../scripts/desktop/tray-icon.mjs'
import { readXwd } from '../../../scripts/desktop/xwd.mjs'

/** A dump of `width` x 1 pixels, 32 bits each, blue first, as Xvfb keeps it; the line is padded by one pixel. */
const anXwd = (
  pixels: readonly (readonly [number, number, number])[],
  changes: Readonly<Record<number, number>> = {},
): Buffer => {
  const headerSize = 100 + 4
  const words = [
    headerSize,
    7,
    2,
    24,
    pixels.length,
    1,
    0,
    0,
    32,
    0,
    32,
    32,
    (pixels.length + 1) * 4,
    4,
    0,
    0,
    0,
    8,
    256,
    1,
  ]
  const header = Buffer.alloc(headerSize)
  words.forEach((word, index) => {
    header.writeUInt32BE(changes[index] ?? word, index * 4)
  })
  const colours = Buffer.alloc(12)
  const line = Buffer.from(pixels.flatMap(([red, green, blue]) => [blue, green, red, 0]))
  return Buffer.concat([header, colours, line, Buffer.alloc(4)])
}

/** The pixel rows of a PNG with a single IDAT chunk, filter bytes included. */
const rowsOf = (png: Buffer): Buffer => {
  const at = png.indexOf('IDAT')
  return inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
}

describe('a screenshot', () => {
  it('has the colours that are on the screen', () => {
    const { width, height, rgb } = readXwd(
      anXwd([
        [255, 0, 1],
        [2, 128, 3],
      ]),
    )
    expect([width, height]).toEqual([2, 1])
    expect([...rgb]).toEqual([255, 0, 1, 2, 128, 3])
  })

  it('is refused when the framebuffer is not what Xvfb writes', () => {
    expect(() => readXwd(anXwd([[0, 0, 0]], { 11: 16 }))).toThrow('not a framebuffer')
  })

  it('is a PNG with its size, its rows and an end', () => {
    const png = writePng({
      width: 2,
      height: 2,
      channels: 3,
      pixels: Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    })
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2, 2])
    expect([...rowsOf(png)]).toEqual([0, 1, 2, 3, 4, 5, 6, 0, 7, 8, 9, 10, 11, 12])
    expect(png.subarray(-8, -4).toString('latin1')).toBe('IEND')
  })
})

describe('a tray icon sent as pixels', () => {
  it('keeps its colours and its transparency, and the largest size wins', () => {
    const small = [1, 1, Buffer.from([255, 9, 9, 9])]
    const large = [2, 1, Buffer.from([255, 1, 2, 3, 0, 4, 5, 6])]
    const png = pixmapToPng([small, large])
    expect(png === null ? [] : [...rowsOf(png)]).toEqual([0, 1, 2, 3, 255, 4, 5, 6, 0])
  })

  it('is none when there are no pixels', () => {
    expect(pixmapToPng([])).toBeNull()
    expect(pixmapToPng(undefined)).toBeNull()
  })
})
