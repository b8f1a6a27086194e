import { expect, test } from 'vitest'
import { textOfFile } from '../../../src/renderer/post/file-text'

const saved = (bytes: Uint8Array<ArrayBuffer> | string) => textOfFile(new Blob([bytes]))

test('a file in UTF-8 is read, with and without the mark that sheets put before it', async () => {
  expect(await saved('sku,Größe\r\n')).toEqual({ ok: true, text: 'sku,Größe\r\n' })
  expect(await saved('\ufeffsku\n')).toEqual({ ok: true, text: 'sku\n' })
  expect(await saved('')).toEqual({ ok: true, text: '' })
})

test.each([
  ['the code page of Windows', new Uint8Array([0x47, 0x72, 0xf6, 0xdf, 0x65])],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x73, 0x00])],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
])('a key in %s is not sent with other letters than it has', async (_name, bytes) => {
  expect(await saved(bytes)).toEqual({
    ok: false,
    why: 'This file is not in UTF-8. Save it in UTF-8, which sheets call CSV UTF-8.',
  })
})

test('a folder, or a file that is gone by now, is said to be unreadable', async () => {
  const gone = { size: 4_096, arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) }
  expect(await textOfFile(gone)).toEqual({ ok: false, why: expect.stringContaining('cannot be read') })
})

test('a file that is too large is not read at all', async () => {
  const large = { size: 60_000_000, arrayBuffer: () => Promise.reject(new Error('was read')) }
  expect(await textOfFile(large)).toEqual({ ok: false, why: expect.stringContaining('too large') })
})
