import { createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** Something that listens at a socket's path until the test is over; `greet` gets each caller. */
export async function aListener(path: string, greet: (socket: Socket) => void): Promise<void> {
  const open = new Set<Socket>()
  const server = createServer(socket => {
    open.add(socket)
    socket.on('error', () => socket.destroy())
    greet(socket)
  })
  await new Promise<void>(resolve => server.listen(path, resolve))
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
}
