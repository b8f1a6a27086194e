import { connect, type Socket } from 'node:net'
import { answerSocks } from '../support/socks'
import { serveTcp } from './server'

/** A proxy that opens tunnels, or answers CONNECT with the given status. Keeps all that it could read. */
export async function aProxy(status = 200) {
  const read: Buffer[] = []
  const server = await serveTcp((socket: Socket) => {
    socket.once('data', first => {
      read.push(first)
      const [, host, port] = /^CONNECT ([^:]+):(\d+)/.exec(first.toString()) ?? []
      if (status !== 200) return void socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`)
      const onward = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        socket.on('data', part => read.push(part))
        socket.pipe(onward).pipe(socket)
      })
      onward.on('error', () => socket.destroy())
      socket.on('close', () => onward.destroy())
    })
  })
  return { url: server.origin, read: () => Buffer.concat(read).toString('latin1'), close: server.close }
}

/** A SOCKS5 proxy that asks for no password. */
export async function aSocksProxy() {
  const asked: string[] = []
  const server = await serveTcp(answerSocks(asked))
  return { url: server.origin.replace('http:', 'socks5:'), asked, close: server.close }
}
