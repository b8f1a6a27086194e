import { writeFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { builtCli, type Run, run } from './support/built-cli'

// Each test starts programs, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

let cli: Awaited<ReturnType<typeof builtCli>>
const running: Run[] = []
const start = (...args: string[]) => {
  const started = run(cli.file, args)
  running.push(started)
  return started
}

beforeAll(async () => {
  cli = await builtCli()
}, 60_000)
afterEach(() => {
  for (const { child } of running.splice(0)) child.kill('SIGKILL')
})
afterAll(() => cli.remove())

it('prints one JSON line with everything a caller needs, and leaves on SIGTERM with 0 even while a socket is open', async () => {
  const { child, firstLine, ended } = start('--seed', '7')
  const ready = JSON.parse(await firstLine)
  expect(ready).toMatchObject({
    merchantops: {
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      keys: { full: expect.any(String), read: expect.any(String) },
    },
    retailgrid: { url: expect.any(String), key: expect.any(String) },
    control: { url: expect.any(String) },
  })
  expect(ready.jobs.length).toBeGreaterThanOrEqual(14)
  for (const key of [...Object.values(ready.merchantops.keys), ready.merchantops.session, ready.retailgrid.key]) {
    expect(key).toMatch(/^[\x21-\x7e]{20,}$/)
  }
  const socket = connect(Number(new URL(ready.merchantops.url).port), '127.0.0.1')
  await new Promise(resolve => socket.once('connect', resolve))
  socket.on('error', () => undefined)
  child.kill('SIGTERM')
  const { code, stdout, stderr } = await ended
  expect([code, stdout.trim().split('\n').length, stderr]).toEqual([0, 1, ''])
})

it('gives the same jobs for the same seed, and other keys in each run', async () => {
  const [one, other] = await Promise.all([start('--seed', '5').firstLine, start('--seed', '5').firstLine])
  const [first, second] = [JSON.parse(one), JSON.parse(other)]
  expect(first.jobs).toEqual(second.jobs)
  expect(first.merchantops.keys.full).not.toBe(second.merchantops.keys.full)
})

it('serves the faults of a file', async () => {
  const file = join(dirname(cli.file), 'faults.json')
  writeFileSync(file, JSON.stringify([{ match: { path: '/api/jobs/*' }, fault: { kind: 'answer', status: 503 } }]))
  const ready = JSON.parse(await start('--story', 'none', '--faults', file).firstLine)
  expect((await fetch(`${ready.merchantops.url}/api/jobs/x`)).status).toBe(503)
})

it.each([
  ['--port', 'abc'],
  ['--faults', '/nowhere/faults.json'],
])('leaves with 2 and one sentence for %s %s', async (...args) => {
  const { code, stdout, stderr } = await start(...args).ended
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^[^\n]+[.]\n$/)
})

it('says so when the port is taken', async () => {
  const ready = JSON.parse(await start('--story', 'none').firstLine)
  const { port } = new URL(ready.merchantops.url)
  const { code, stderr } = await start('--story', 'none', '--port', port).ended
  expect([code, stderr]).toEqual([1, `Port ${port}, for MerchantOps, is in use; choose another --port.\n`])
})

it('says so when only the port after it is taken', async () => {
  const { before, taken } = await aFreePortBeforeATakenOne()
  const { code, stderr } = await start('--story', 'none', '--port', String(before)).ended
  expect([code, stderr]).toEqual([1, `Port ${taken}, for Retailgrid, is in use; choose another --port.\n`])
})

/** The port before one that the system hands out may be anybody's. */
async function aFreePortBeforeATakenOne(): Promise<{ readonly before: number; readonly taken: number }> {
  for (;;) {
    const taken = await listening(0)
    onTestFinished(() => void taken?.close())
    const port = portOf(taken)
    const before = await listening(port - 1)
    if (before === null) continue
    await new Promise(resolve => before.close(resolve))
    return { before: port - 1, taken: port }
  }
}

/** Null: somebody else has it. */
const listening = (port: number) =>
  new Promise<Server | null>(resolve => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => resolve(server))
  })

const portOf = (server: Server | null): number => {
  const address = server?.address()
  if (typeof address !== 'object' || address === null) throw new Error('the system has no port left')
  return address.port
}

it('explains itself with --help', async () => {
  const { code, stdout } = await start('--help').ended
  expect(code).toBe(0)
  for (const option of ['--host', '--port', '--seed', '--speed', '--story', '--latency', '--faults'])
    expect(stdout).toContain(option)
})
