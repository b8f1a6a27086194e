import { Socket } from 'node:net'
import { afterEach } from 'vitest'

/**
 * A test reaches loopback and nothing else. Every TCP client of Node (undici, fetch, http, tls) ends in Socket.connect.
 * The attempt throws there, and fails the test as well: code under test may rightly turn the error into a fault.
 */
const isLoopback = (host: string): boolean =>
  /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|::1|\[::1\]|::ffff:127\..+)$/i.test(host)

const hostOf = (args: readonly unknown[]): string => {
  // net.connect hands its already normalised arguments over as one array
  const [first, second] = args.flat()
  if (typeof first === 'object' && first !== null) {
    if ('path' in first && typeof first.path === 'string') return 'localhost'
    return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost'
  }
  return typeof second === 'string' && typeof first === 'number' ? second : 'localhost'
}

const attempts: string[] = []
/** Files that share a process come here one after another: what is wrapped is Node's own, not what the last one left. */
const nodesOwn = Symbol.for('jobtray.test.connect')
const connect: Socket['connect'] = Reflect.get(globalThis, nodesOwn) ?? Socket.prototype.connect
Reflect.set(globalThis, nodesOwn, connect)

Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
  const host = hostOf(args)
  if (!isLoopback(host)) {
    attempts.push(host)
    throw new Error(`a test tried to reach ${host}`)
  }
  return Reflect.apply(connect, this, args)
}

afterEach(() => {
  const reached = attempts.splice(0)
  if (reached.length > 0) throw new Error(`this test tried to reach ${reached.join(', ')}`)
})
