import { existsSync, readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { writePng } from './png.mjs'

/** The largest picture of an `a(iiay)` list, as PNG: ARGB in network byte order becomes RGBA. @param {unknown} pixmaps */
export const pixmapToPng = pixmaps => {
  if (!Array.isArray(pixmaps)) return null
  const [largest] = [...pixmaps].sort((one, other) => other[0] - one[0])
  if (largest === undefined) return null
  const [width, height, argb] = /** @type {[number, number, Buffer]} */ (largest)
  const pixels = Buffer.alloc(width * height * 4)
  for (let at = 0; at < pixels.length; at += 4) {
    argb.copy(pixels, at, at + 1, at + 4)
    pixels[at + 3] = argb[at] ?? 0
  }
  return writePng({ width, height, pixels, channels: 4 })
}

/**
 * What a panel would draw: a named file where there is one, else the picture sent along.
 * @param {{ readonly name: string, readonly themePath: string, readonly pixmaps: unknown }} icon
 * @returns {Buffer | null} a PNG
 */
export const readIcon = ({ name, themePath, pixmaps }) => {
  const file = isAbsolute(name) ? name : join(themePath, `${name}.png`)
  if (name !== '' && existsSync(file)) return readFileSync(file)
  return pixmapToPng(pixmaps)
}
