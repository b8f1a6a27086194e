import { type IncomingMessage, request } from 'node:http'

export type Raw = {
  readonly status: number | null
  readonly headers: IncomingMessage['headers']
  readonly bytes: Buffer
  /** How it broke off, if it did: the code of the error. */
  readonly broke: string | null
}

/** One request without anybody's help: no redirect, no decompression, and a cut stays a cut. */
export function rawRequest(url: string, headers: Record<string, string>, method = 'GET', body = ''): Promise<Raw> {
  return new Promise(resolve => {
    const outgoing = request(url, { method, headers, agent: false }, incoming => {
      const chunks: Buffer[] = []
      const done = (broke: string | null) => {
        const { statusCode = null, headers: answered } = incoming
        resolve({ status: statusCode, headers: answered, bytes: Buffer.concat(chunks), broke })
      }
      incoming.on('data', chunk => chunks.push(chunk))
      incoming.on('end', () => done(null))
      incoming.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message))
    })
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      resolve({ status: null, headers: {}, bytes: Buffer.alloc(0), broke: error.code ?? error.message })
    })
    outgoing.end(body)
  })
}
