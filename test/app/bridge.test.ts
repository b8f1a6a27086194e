import { once } from 'node:events'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import type { Page } from 'playwright/test'
import { socketPath } from '../../src/profile/paths'
import { requestSchemas } from '../../src/shared/ipc'
import { expect, test } from '../desktop/support/real-desktop'

/** Calls a function of the bridge; gives back its answer or its sentence. */
const call = (page: Page, name: string, ...args: unknown[]): Promise<unknown> =>
  page.evaluate(
    async ([name, args]) => {
      const bridge: object = Reflect.get(window, 'jobtray')
      try {
        return await Reflect.apply(Reflect.get(bridge, name), bridge, args)
      } catch (error) {
        return error instanceof Error ? `refused: ${error.message}` : 'refused'
      }
    },
    [name, args] as const,
  )

/** `state:changed` and `navigate`. */
const pushes = 2

test('the bridge is a frozen list of functions and gives away nothing else', async ({ launch, ask }) => {
  const { firstRun } = await launch()
  const page = await firstRun()
  const shape = await page.evaluate(() => {
    const bridge: Record<string, unknown> = Reflect.get(window, 'jobtray')
    try {
      bridge.readState = 'mine'
    } catch {
      // a frozen object says so in strict code
    }
    return {
      frozen: Object.isFrozen(bridge),
      kinds: [...new Set(Object.values(bridge).map(value => typeof value))],
      names: Object.keys(bridge).sort(),
      symbols: Object.getOwnPropertySymbols(bridge).length,
    }
  })
  expect(shape).toMatchObject({ frozen: true, kinds: ['function'], symbols: 0 })
  expect(shape.names.length).toBeLessThanOrEqual(Object.keys(requestSchemas).length + pushes)
  expect(shape.names.join(' ')).not.toMatch(/key(chain)?Read|readKey|ipc|send|invoke/i)

  await page.evaluate(() => {
    const bridge = Reflect.get(window, 'jobtray')
    const heard: unknown[] = []
    Reflect.set(window, 'heard', heard)
    bridge.onStateChanged((...args: unknown[]) => {
      heard.push(args.map(arg => (typeof arg === 'string' ? Object.keys(JSON.parse(arg)) : arg)))
    })
  })
  await ask('settings:change', { theme: 'dark' })
  await expect
    .poll(() => page.evaluate((): unknown => Reflect.get(window, 'heard')))
    .toContainEqual([expect.arrayContaining(['version', 'settings'])])
})

const refusal = 'refused: This page may not ask.'

test('a window that is not ours, and ours on another page, may ask nothing', async ({ launch }) => {
  const { electron, firstRun } = await launch()
  const ours = await firstRun()
  expect(JSON.parse(String(await call(ours, 'readState')))).toMatchObject({ jobs: [] })
  for (const url of ['data:text/html,hello', 'about:blank', 'app://jobtray/index.html']) {
    const coming = electron.waitForEvent('window')
    const id = await electron.evaluate(async ({ app, BrowserWindow }, target) => {
      const preload = `${app.getAppPath()}/out/preload/index.cjs`
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await window.loadURL(target)
      return window.id
    }, url)
    const foreign = await coming
    expect(await call(foreign, 'readState'), url).toBe(refusal)
    expect(await call(foreign, 'changeSettings', { paused: true }), url).toBe(refusal)
    // By its number: ours may not be in sight yet either.
    await electron.evaluate(({ BrowserWindow }, id) => BrowserWindow.fromId(id)?.destroy(), id)
  }
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.loadURL('data:text/html,hello'))
  await ours.waitForURL('data:text/html,hello')
  expect(await call(ours, 'readState')).toBe(refusal)
})

test('a frame inside the page has no bridge', async ({ launch }) => {
  const { firstRun } = await launch()
  const page = await firstRun()
  const inFrame = await page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    return typeof Reflect.get(frame.contentWindow ?? {}, 'jobtray')
  })
  expect(inFrame).toBe('undefined')
})

test('whatever a request carries, the answer is a sentence and the app goes on', async ({ launch, ask }) => {
  const { firstRun } = await launch()
  const page = await firstRun()
  const odd: readonly (readonly unknown[])[] = [
    [],
    [null],
    [{}],
    [[], []],
    ['x'.repeat(70_000), 'y', 'z'],
    [{ constructor: 1, toString: 2 }],
    [-1, Number.NaN],
    ['constructor'],
    [[{ connectionId: '__proto__', jobId: '../..' }], true],
  ]
  const asking = [
    'saveConnection',
    'forgetKey',
    'removeConnection',
    'watchJobs',
    'forgetJobs',
    'restoreJobs',
    'lookNow',
    'readDetail',
    'markNoticesSeen',
    'changeSettings',
  ]
  const answers: unknown[] = []
  for (const name of asking) for (const args of odd) answers.push(await call(page, name, ...args))
  for (const answer of answers) {
    if (typeof answer !== 'string') continue
    expect(answer).toMatch(/^refused: [A-Z][^\n]*\.$/)
    expect(answer).not.toMatch(/ at |\/|Zod|Error/)
  }
  expect(answers.filter(answer => typeof answer === 'string').length).toBeGreaterThan(60)
  expect(await ask('state:read')).toMatchObject({ connections: [], jobs: [], settings: { paused: false } })
})

test('nonsense on the socket is answered with a sentence, and a caller that hangs up does no harm', async ({
  profile,
  start,
  ask,
}) => {
  await start()
  const said = async (text: string) => {
    const socket = connect(socketPath(profile))
    socket.write(text)
    const [line] = await once(createInterface({ input: socket }), 'line')
    socket.destroy()
    return JSON.parse(String(line))
  }
  const notOne = { ok: false, message: 'This is not a request.' }
  for (const text of ['\n', 'hello\n', '{}\n', '{"request":"constructor","args":[]}\n', '[1]\n', '\0\n'])
    expect(await said(text)).toEqual(notOne)
  expect(await said('{"request":"jobs:watch","args":[1]}\n')).toEqual({
    ok: false,
    message: 'The request jobs:watch is not well formed.',
  })

  for (const half of ['{"request":"state:re', '{"request":"state:read","args":[]}\n']) {
    const socket = connect(socketPath(profile))
    await once(socket, 'connect')
    await new Promise(resolve => socket.write(half, resolve))
    socket.destroy()
  }
  const flood = connect(socketPath(profile))
  flood.on('error', () => undefined)
  const closed = new Promise(resolve => flood.once('close', resolve))
  flood.write('x'.repeat(9 * 1_048_576))
  await closed
  expect((await ask('state:read')).jobs).toEqual([])
})
