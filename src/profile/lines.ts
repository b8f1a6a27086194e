import type { Socket } from 'node:net'

/** One JSON value as one line. */
export const toLine = (value: unknown): string => `${JSON.stringify(value)}\n`

/**
 * Hands on each whole line that arrives. Node's readline will not do: it also parts at U+2028, which JSON leaves as it
 * is, and turns the socket's errors into its own. A line of more than `longest` characters ends the connection.
 */
export function onLines(socket: Socket, longest: number, onLine: (line: string) => void): void {
  let parts: string[] = []
  let length = 0
  socket.setEncoding('utf8')
  socket.on('data', (text: string) => {
    const [head = '', ...tail] = text.split('\n')
    parts.push(head)
    length += head.length
    for (const next of tail) {
      const line = parts.join('')
      parts = [next]
      length = next.length
      onLine(line)
    }
    if (length > longest) socket.destroy()
  })
}
