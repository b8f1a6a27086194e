import type { Socket } from 'node:net'
import { answerSocks } from '../support/socks'
import { answerTunnels } from '../support/tunnels'
import { serveTcp } from './server'

/** A proxy that opens tunnels, or answers CONNECT with the given status. Keeps all that it could read. */
export async function aProxy(status = 200) {
  const heard: Buffer[] = []
  const refuse = (socket: Socket) =>
    void socket.once('data', first => {
      heard.push(first)
      socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`)
    })
  const server = await serveTcp(status === 200 ? answerTunnels([], heard) : refuse)
  return { url: server.origin, read: () => Buffer.concat(heard).toString('latin1'), close: server.close }
}

/** A SOCKS5 proxy that asks for no password. */
export async function aSocksProxy() {
  const asked: string[] = []
  const server = await serveTcp(answerSocks(asked))
  return { url: server.origin.replace('http:', 'socks5:'), asked, close: server.close }
}
