import type { Socket } from 'node:net'
import { proxyStatus } from '../../apis/http/error-fault'
import type { Hop, Try } from './evidence'

/** More than this is no answer to CONNECT, bytes. */
const longestHead = 16_384

const addressOf = ({ host, port }: Hop): string => `${host.includes(':') ? `[${host}]` : host}:${port}`

/** Asks a proxy to let a connection through. Rejects when the socket ends before the answer is whole. */
export function askForTunnel(socket: Socket, to: Hop): Promise<Try> {
  return new Promise((resolve, reject) => {
    let head = ''
    const ended = () => reject(Object.assign(new Error('ended'), { code: 'ECONNRESET' }))
    const read = (part: Buffer) => {
      head += part.toString('latin1')
      if (!head.includes('\r\n\r\n') && head.length < longestHead) return
      socket.off('data', read)
      socket.pause()
      const status = /^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1]
      resolve(status?.startsWith('2') ? { ok: true } : { ok: false, reason: proxyStatus(status ?? 'unknown') })
    }
    socket.on('data', read)
    socket.once('error', reject)
    socket.once('close', ended)
    socket.write(`CONNECT ${addressOf(to)} HTTP/1.1\r\nHost: ${addressOf(to)}\r\n\r\n`)
  })
}
