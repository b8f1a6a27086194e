import { connect, type Socket } from 'node:net'
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

/** A SOCKS5 proxy (RFC 1928) that asks for no password; only what our client sends is understood. */
export async function aSocksProxy() {
  const asked: string[] = []
  const server = await serveTcp((socket: Socket) => {
    socket.once('data', () => {
      socket.write(Buffer.from([5, 0]))
      socket.once('data', request => {
        const [host, port] = socksTarget(request)
        asked.push(`${host}:${port}`)
        const onward = connect(port, host, () => {
          socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]))
          socket.pipe(onward).pipe(socket)
        })
        onward.on('error', () => socket.destroy())
        socket.on('close', () => onward.destroy())
      })
    })
  })
  return { url: server.origin.replace('http:', 'socks5:'), asked, close: server.close }
}

/** The address and port of a CONNECT: an IPv4 address (1) or a name (3). */
const socksTarget = (request: Buffer): readonly [string, number] => {
  const isName = request[3] === 3
  const end = isName ? 5 + (request[4] ?? 0) : 8
  const host = isName ? request.subarray(5, end).toString('latin1') : request.subarray(4, end).join('.')
  return [host, request.readUInt16BE(end)]
}
