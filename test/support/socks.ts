import { connect, type Socket } from 'node:net'

/**
 * Answers as a SOCKS5 proxy (RFC 1928) that asks for no password; only what our client sends is understood. `addressOf`:
 * where a name is.
 */
export const answerSocks =
  (asked: string[], addressOf: (host: string) => string = host => host) =>
  (socket: Socket): void => {
    socket.on('error', () => socket.destroy())
    socket.once('data', () => {
      socket.write(Buffer.from([5, 0]))
      socket.once('data', request => {
        const [host, port] = socksTarget(request)
        asked.push(`${host}:${port}`)
        const onward = connect(port, addressOf(host), () => {
          socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]))
          socket.pipe(onward).pipe(socket)
        })
        onward.on('error', () => socket.destroy())
        socket.on('close', () => onward.destroy())
      })
    })
  }

/** The address and port of a CONNECT: an IPv4 address (1) or a name (3). */
const socksTarget = (request: Buffer): readonly [string, number] => {
  const isName = request[3] === 3
  const end = isName ? 5 + (request[4] ?? 0) : 8
  const host = isName ? request.subarray(5, end).toString('latin1') : request.subarray(4, end).join('.')
  return [host, request.readUInt16BE(end)]
}
