import { crc32, deflateSync } from 'node:zlib'

/** @param {string} type @param {Buffer} data */
const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/**
 * @param {{ readonly width: number, readonly height: number, readonly pixels: Buffer, readonly channels: 3 | 4 }} picture 8 bits a channel, RGB or RGBA
 * @returns {Buffer}
 */
export const writePng = ({ width, height, pixels, channels }) => {
  const rowLength = width * channels
  const rows = Buffer.alloc((rowLength + 1) * height)
  for (let y = 0; y < height; y += 1) pixels.copy(rows, y * (rowLength + 1) + 1, y * rowLength, (y + 1) * rowLength)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  header[9] = channels === 4 ? 6 : 2
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
