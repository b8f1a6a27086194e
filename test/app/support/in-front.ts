import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, request } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { createServer as createTlsTcpServer } from 'node:tls'
import { answerSocks } from '../../support/socks'
import type { Certificate } from '../../wire/certificate'

/** What stands between the app and a sandbox, on a port of its own until the test's process ends. */
const portOf = async (server: Server): Promise<number> => {
  server.on('connection', (socket: Socket) => socket.on('error', () => socket.destroy()))
  server.listen(0, '127.0.0.1')
  server.unref()
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

export type Packer = { readonly encoding: string; readonly pack: (body: Buffer) => Buffer }

async function ask(url: string, { url: path, method, headers }: IncomingMessage, body: Buffer) {
  const onward = request(url + path, { method, headers: { ...headers, host: new URL(url).host } })
  onward.end(body)
  const [got]: IncomingMessage[] = await once(onward, 'response')
  if (got === undefined) throw new Error('no answer')
  return { status: got.statusCode ?? 500, headers: got.headers, body: await buffer(got) }
}

/** Hands requests on to a sandbox, which answers to its loopback name alone. Where either side goes, so does the other. */
const handOn =
  (url: string, packer: Packer | null): RequestListener =>
  async (asked, answer) => {
    try {
      const { status, headers: all, body } = await ask(url, asked, await buffer(asked))
      const { 'content-length': _length, 'transfer-encoding': _transfer, ...headers } = all
      answer.writeHead(status, { ...headers, ...(packer && { 'content-encoding': packer.encoding }) })
      answer.end(packer === null ? body : packer.pack(body))
    } catch {
      answer.destroy()
    }
  }

/** A sandbox over TLS, by whatever name the certificate is for. */
export const overTls = (url: string, certificate: Certificate): Promise<number> =>
  portOf(createTlsServer({ ...certificate }, handOn(url, null)))

/** A sandbox whose answers are packed. */
export const packing = (url: string, packer: Packer): Promise<number> => portOf(createServer(handOn(url, packer)))

/** Leads every tunnel it is asked for to this computer, and keeps where to it was asked. */
const answerTunnels =
  (asked: string[]) =>
  (socket: Socket): void => {
    socket.once('data', first => {
      const [, host, port] = /^CONNECT ([^:]+):(\d+)/.exec(first.toString()) ?? []
      asked.push(`${host}:${port}`)
      const onward = connect(Number(port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        socket.pipe(onward).pipe(socket)
      })
      onward.on('error', () => socket.destroy())
    })
  }

/** Proxies that know every name, as those of a company do. */
export const httpProxy = (asked: string[]): Promise<number> => portOf(createTcpServer(answerTunnels(asked)))
export const httpsProxy = (asked: string[], certificate: Certificate): Promise<number> =>
  portOf(
    createTlsTcpServer({ ...certificate }, socket => {
      socket.on('error', () => socket.destroy())
      answerTunnels(asked)(socket)
    }),
  )
export const socksProxy = (asked: string[]): Promise<number> =>
  portOf(createTcpServer(answerSocks(asked, () => '127.0.0.1')))
