import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { type AnswerPort, listenLocally } from '../../../src/main/requests/local-socket'
import { socketPath } from '../../../src/profile/paths'

let folder = ''
let path = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jobtray-socket-'))
  path = socketPath(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const echo: AnswerPort = async (name, args) => ({ ok: true, value: { name, args } })

async function listening(reply: AnswerPort = echo, at = path) {
  const server = await listenLocally(at, reply)
  onTestFinished(() => void server.close())
  return server
}

/** A client that gathers what comes back, until the other end hangs up or a line is there. */
function aClient(at = path) {
  const socket: Socket = connect(at)
  let text = ''
  socket.setEncoding('utf8').on('data', (more: string) => {
    text += more
  })
  socket.on('error', () => socket.destroy())
  onTestFinished(() => void socket.destroy())
  return {
    socket,
    lines: (many: number) =>
      expect
        .poll(() => text.split('\n').length - 1)
        .toBe(many)
        .then(() => text.trimEnd().split('\n')),
    closed: () => expect.poll(() => socket.destroyed).toBe(true),
  }
}

const question = (request: string, ...args: readonly unknown[]) => `${JSON.stringify({ request, args })}\n`
const isNone = '{"ok":false,"message":"This is not a request."}'

describe('the socket for the command line', () => {
  const masked = (mask: number) => {
    const before = process.umask(mask)
    onTestFinished(() => void process.umask(before))
  }

  it('belongs to its owner alone, whatever the mask of the process', async () => {
    masked(0)
    await listening()
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('belongs to its owner alone from its first moment, by the mask that the app gives itself', async () => {
    masked(0o077)
    const begun = listening()
    expect(statSync(path).mode & 0o077).toBe(0)
    await begun
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('goes on when the system refuses it further connections, again and again', async () => {
    const server = await listening()
    for (const _ of [1, 2, 3]) expect(server.emit('error', new Error('accept EMFILE'))).toBe(true)
    const { socket, lines } = aClient()
    socket.write(question('jobs:watch'))
    expect(await lines(1)).toHaveLength(1)
  })

  it('answers one line with one line', async () => {
    await listening()
    const { socket, lines } = aClient()
    socket.write(question('jobs:watch', 'c1', 'a\nb\u2028c'))
    expect(await lines(1)).toEqual(['{"ok":true,"value":{"name":"jobs:watch","args":["c1","a\\nb\u2028c"]}}'])
  })

  it.each([
    '\n',
    'nonsense\n',
    '{\n',
    'null\n',
    '[]\n',
    '7\n',
    '{"request":7,"args":[]}\n',
    '{"request":"state:read"}\n',
    '{"request":"state:read","args":{}}\n',
    '{"request":"no:such","args":[]}\n',
    '{"request":"__proto__","args":[]}\n',
    '{"request":"constructor","args":[]}\n',
    'GET / HTTP/1.1\r\n',
    '\u0000\u0001\u0002\n',
  ])('answers garbage with a sentence and asks nobody: %j', async garbage => {
    const asked: string[] = []
    await listening(async name => {
      asked.push(name)
      return { ok: true, value: null }
    })
    const { socket, lines } = aClient()
    socket.write(garbage)
    expect(await lines(1)).toEqual([isNone])
    socket.write(Buffer.from([0xff, 0xfe, 0x0a]))
    expect(await lines(2)).toEqual([isNone, isNone])
    expect(asked).toEqual([])
  })

  it('hangs up on a line that does not end, and goes on for others', async () => {
    await listening()
    const { socket, closed } = aClient()
    socket.write('x'.repeat(9 * 1_048_576))
    await closed()
    const next = aClient()
    next.socket.write(question('state:read'))
    expect(await next.lines(1)).toHaveLength(1)
  })

  it('takes a watch list of megabytes', async () => {
    await listening(async (_name, args) => ({ ok: true, value: JSON.stringify(args).length }))
    const { socket, lines } = aClient()
    socket.write(question('jobs:watch', 'c1', 'x'.repeat(4_000_000)))
    expect(JSON.parse((await lines(1))[0] ?? '')).toMatchObject({ ok: true })
  })

  it('does not let one caller wait for another', async () => {
    const held: (() => void)[] = []
    await listening(async name => {
      if (name === 'app:quit') await new Promise<void>(resolve => held.push(resolve))
      return { ok: true, value: name }
    })
    const [slow, quick] = [aClient(), aClient()]
    slow.socket.write(question('app:quit'))
    quick.socket.write(question('state:read'))
    expect(await quick.lines(1)).toEqual(['{"ok":true,"value":"state:read"}'])
    for (const go of held) go()
    expect(await slow.lines(1)).toEqual(['{"ok":true,"value":"app:quit"}'])
  })

  it('bears a caller that hangs up in the middle of a line, or before its answer', async () => {
    let go: () => void = () => undefined
    const asked = { many: 0 }
    await listening(async () => {
      asked.many += 1
      if (asked.many === 1)
        await new Promise<void>(resolve => {
          go = resolve
        })
      return { ok: true, value: 'x'.repeat(1_000_000) }
    })
    const half = aClient()
    half.socket.write('{"request":"state:re')
    half.socket.end()
    const gone = aClient()
    gone.socket.write(question('state:read'))
    await expect.poll(() => asked.many).toBe(1)
    gone.socket.destroy()
    go()
    const next = aClient()
    next.socket.write(question('state:read'))
    expect(await next.lines(1)).toHaveLength(1)
    expect(asked.many).toBe(2)
  })

  it('takes the place of a socket that a killed app has left', async () => {
    const dead = createServer()
    await new Promise<void>(resolve => dead.listen(path, resolve))
    // As a kill leaves it: the file is there, nobody listens.
    await new Promise<void>(resolve => dead.close(() => resolve()))
    writeFileSync(path, '')
    await listening()
    const { socket, lines } = aClient()
    socket.write(question('state:read'))
    expect(await lines(1)).toHaveLength(1)
  })

  it('that cannot be made is a rejection and no crash', async () => {
    await expect(listenLocally(join(folder, 'no', 'such', 'folder', 's'), echo)).rejects.toThrow()
    mkdirSync(path)
    await expect(listenLocally(path, echo)).rejects.toThrow()
  })

  it('has a short path where the profile has a long one, and works there', async () => {
    const long = join(folder, 'x'.repeat(150))
    mkdirSync(long)
    const short = socketPath(long)
    await listening(echo, short)
    const { socket, lines } = aClient(short)
    socket.write(question('state:read'))
    expect(await lines(1)).toHaveLength(1)
    expect(statSync(short).mode & 0o777).toBe(0o600)
  })
})
