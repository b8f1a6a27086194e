import { gzipSync } from 'node:zlib'

export const htmlPage =
  '<!doctype html><html lang="en"><title>Guest Wi-Fi</title><body><h1>Welcome</h1><p>Accept the terms to go on.</p></body></html>'

export const deepJson = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

const MB = 1024 * 1024
/** Opens to 16 MB and is about 16 KB; gzip members that follow each other are one stream to a reader. */
const MEMBER_MB = 16

/** A gzip stream that opens to so many MB of blanks around an empty JSON object. */
export function* gzipBomb(megabytes: number): Iterable<Buffer> {
  yield gzipSync(Buffer.from('{"metadata":{}'))
  const member = gzipSync(Buffer.alloc(MEMBER_MB * MB, ' '), { level: 9 })
  for (let sent = 0; sent < megabytes; sent += MEMBER_MB) yield member
  yield gzipSync(Buffer.from('}'))
}

/** Valid JSON of so many MB. */
export function* bigBody(megabytes: number): Iterable<Buffer> {
  yield Buffer.from('{"padding":"')
  const chunk = Buffer.alloc(64 * 1024, 'x')
  for (let sent = 0; sent < megabytes * MB; sent += chunk.length) yield chunk
  yield Buffer.from('"}')
}
