import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Certificate } from './certificate'

export type Seen = {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export type Running = {
  readonly port: number
  readonly origin: string
  /** Whole requests, in order of arrival. */
  readonly seen: readonly Seen[]
  /** How many sockets were ever opened. */
  readonly sockets: () => number
  /** How many were open at once at most. */
  readonly mostSockets: () => number
  readonly close: () => Promise<void>
}

/** Listens on a port of its own on 127.0.0.1 until the test is over. */
async function listen(server: Server, scheme: string, seen: readonly Seen[]): Promise<Running> {
  const open = new Set<Socket>()
  let sockets = 0
  let most = 0
  server.on('connection', (socket: Socket) => {
    sockets += 1
    open.add(socket)
    most = Math.max(most, open.size)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => {})
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>(resolve => {
      for (const socket of open) socket.destroy()
      server.close(() => resolve())
    })
  onTestFinished(close)
  const { port } = server.address() as AddressInfo
  return { port, origin: `${scheme}://127.0.0.1:${port}`, seen, sockets: () => sockets, mostSockets: () => most, close }
}

const noting =
  (seen: Seen[], answer: RequestListener): RequestListener =>
  (request, response) => {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      seen.push({ method, path: url, headers, body: Buffer.concat(parts).toString() })
      answer(request, response)
    })
  }

/** A real HTTP server, or HTTPS with a certificate. */
export function serve(answer: RequestListener, certificate?: Certificate): Promise<Running> {
  const seen: Seen[] = []
  const noted = noting(seen, answer)
  return certificate
    ? listen(createTlsServer(certificate, noted), 'https', seen)
    : listen(createHttpServer(noted), 'http', seen)
}

/** A server that speaks TLS 1.1 and nothing newer; the level lets OpenSSL do so at all. */
export function serveOldTls({ cert, key }: Certificate): Promise<Running> {
  const old = { cert, key, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
  const seen: Seen[] = []
  return listen(
    createTlsServer(
      old,
      noting(seen, (_request, response) => response.end()),
    ),
    'https',
    seen,
  )
}

/** A server of bare TCP, for answers that no HTTP server would give. */
export const serveTcp = (onSocket: (socket: Socket) => void): Promise<Running> =>
  listen(createTcpServer(onSocket), 'http', [])

export const sendJson = (response: ServerResponse, status: number, body: unknown, headers: object = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}
