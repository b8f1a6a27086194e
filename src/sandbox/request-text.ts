import type { Context } from 'hono'
import { MAX_REQUEST_BYTES } from './assumptions'

/** The body as text, or null when it is larger than the sandbox reads. */
export async function requestText(c: Context): Promise<string | null> {
  if (Number(c.req.header('content-length') ?? 0) > MAX_REQUEST_BYTES) return null
  const reader = c.req.raw.body?.getReader()
  if (!reader) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength
    if (size > MAX_REQUEST_BYTES) {
      await reader.cancel()
      return null
    }
    chunks.push(read.value)
  }
  return Buffer.concat(chunks).toString('utf8')
}
