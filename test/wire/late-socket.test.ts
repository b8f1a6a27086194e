import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { expect, it } from 'vitest'
import { answerSocks } from '../support/socks'
import { aGet, aHttp, aPost, faultOf, scaled } from './client'
import { sendJson, serve, serveTcp } from './server'

/** A proxy that lets nothing through until it is told to; `waiting`: somebody is at its door. */
async function aSlowProxy(kind: 'http' | 'socks5') {
  let open: () => void = () => {}
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  const serveSocks = answerSocks([])
  const tunnel = (socket: Socket) =>
    socket.once('data', async first => {
      await opened
      const [, host, port] = /^CONNECT ([^:]+):(\d+)/.exec(first.toString()) ?? []
      const onward = connect(Number(port), host)
      onward.on('error', () => socket.destroy())
      socket.on('close', () => onward.destroy())
      await once(onward, 'connect')
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      socket.pipe(onward).pipe(socket)
    })
  const server = await serveTcp(socket => {
    if (kind === 'http') tunnel(socket)
    else void opened.then(() => serveSocks(socket))
  })
  return { url: server.origin.replace('http:', `${kind}:`), open }
}

it.each(['http', 'socks5'] as const)(
  'E24: a post that ran out of time before its way through a proxy (%s) was open does not go when it opens (fault 51)',
  async kind => {
    const server = await serve((_request, response) => sendJson(response, 200, {}))
    const proxy = await aSlowProxy(kind)
    const limits = { ...scaled, connectMs: 30_000, totalMs: 1_500 }
    const http = aHttp({ limits, proxyFor: async () => proxy.url })
    expect(faultOf(await http(aPost(server.origin)))).toMatchObject({ cause: 'timeout', mayHaveArrived: false })
    proxy.open()
    await expect.poll(async () => (await http(aGet(`${server.origin}/later`))).ok).toBe(true)
    // On a slow machine a look, too, may run out of time and be made again.
    expect(server.seen.filter(({ method }) => method !== 'GET')).toEqual([])
  },
)
