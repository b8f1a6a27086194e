/** Reads the X Window Dump (XWD, version 7) that Xvfb keeps as its framebuffer. Only what Xvfb writes: 32 bits a pixel. */

/** @typedef {{ readonly width: number, readonly height: number, readonly rgb: Buffer }} Picture rgb: three bytes a pixel, row by row */

const zPixmap = 2

/**
 * @param {Buffer} dump
 * @returns {Picture}
 */
export const readXwd = dump => {
  /** The header is big-endian words. @param {number} index */
  const word = index => dump.readUInt32BE(index * 4)
  const headerSize = word(0)
  const [version, format, width, height] = [word(1), word(2), word(4), word(5)]
  const [leastFirst, bitsPerPixel, bytesPerLine, colours] = [word(7) === 0, word(11), word(12), word(19)]
  if (version !== 7 || format !== zPixmap || bitsPerPixel !== 32) throw new Error('not a framebuffer as Xvfb writes it')
  const start = headerSize + colours * 12
  const [red, green, blue] = leastFirst ? [2, 1, 0] : [1, 2, 3]
  const rgb = Buffer.alloc(width * height * 3)
  let to = 0
  for (let y = 0; y < height; y += 1) {
    const row = start + y * bytesPerLine
    for (let x = 0; x < width; x += 1) {
      const from = row + x * 4
      rgb[to] = dump[from + red] ?? 0
      rgb[to + 1] = dump[from + green] ?? 0
      rgb[to + 2] = dump[from + blue] ?? 0
      to += 3
    }
  }
  return { width, height, rgb }
}
