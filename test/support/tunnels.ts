import { connect, type Socket } from 'node:net'

/** Answers as an HTTP proxy that opens every tunnel it is asked for; `asked` keeps where to, `heard` all that it could read. */
export const answerTunnels =
  (asked: string[], heard: Buffer[] = []) =>
  (socket: Socket): void => {
    socket.on('error', () => socket.destroy())
    socket.once('data', first => {
      heard.push(first)
      const [, host, port] = /^CONNECT ([^:]+):(\d+)/.exec(first.toString()) ?? []
      asked.push(`${host}:${port}`)
      const onward = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        socket.on('data', part => heard.push(part))
        socket.pipe(onward).pipe(socket)
      })
      onward.on('error', () => socket.destroy())
      socket.on('close', () => onward.destroy())
    })
  }
