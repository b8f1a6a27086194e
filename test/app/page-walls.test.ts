import type { ElectronApplication, Page } from 'playwright/test'
import { expect, test } from '../desktop/support/real-desktop'

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'"

const fetched = (electron: ElectronApplication, urls: readonly string[]) =>
  electron.evaluate(
    ({ net }, list) =>
      Promise.all(
        list.map(async url => {
          const answer = await net.fetch(url).catch(() => null)
          return {
            url,
            status: answer?.status ?? 0,
            policy: answer?.headers.get('content-security-policy') ?? null,
            nosniff: answer?.headers.get('x-content-type-options') ?? null,
            type: answer?.headers.get('content-type') ?? null,
          }
        }),
      ),
    [...urls],
  )

test('every file of the page comes with the policy, and nothing else is served', async ({ launch }) => {
  const { electron, firstRun } = await launch()
  const page = await firstRun()
  const files = await page.evaluate(() => [
    window.location.href.replace(/#.*/, ''),
    ...[...document.querySelectorAll('script[src], link[rel=stylesheet]')].map(
      element => Reflect.get(element, 'src') || Reflect.get(element, 'href'),
    ),
  ])
  expect(files.length).toBeGreaterThanOrEqual(3)
  for (const file of await fetched(electron, files))
    expect(file).toEqual({ ...file, status: 200, policy, nosniff: 'nosniff', type: expect.stringMatching(/^text\//) })
  const refused = await fetched(electron, [
    'app://other/index.html',
    'app://jobtray.evil/index.html',
    'app://jobtray/',
    'app://jobtray/../../package.json',
    'app://jobtray/%2e%2e/%2e%2e/package.json',
    'app://jobtray/..%2f..%2fmain/index.js',
    'app://jobtray/assets/..%5c..%5cmain%5cindex.js',
    'app://jobtray/index.html%00.js',
    'app://jobtray//etc/passwd',
    'app://jobtray/%2fetc/passwd.html',
    'app://jobtray/assets',
    'app://jobtray/nothing.js',
  ])
  for (const { url, status } of refused) expect([0, 404], url).toContain(status)
})

/** What the page's own policy stopped. */
const attempts = (page: Page) =>
  page.evaluate(async () => {
    const stopped: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => stopped.push(effectiveDirective))
    // Told in no order and at no time in particular; what is never told ends the test.
    const isStopped = (directive: string) =>
      new Promise<void>(resolve => {
        document.addEventListener(
          'securitypolicyviolation',
          ({ effectiveDirective }) => effectiveDirective === directive && resolve(),
        )
      })
    const all = Promise.all(['connect-src', 'img-src', 'style-src-elem', 'frame-src'].map(isStopped))
    const outcome: Record<string, unknown> = {}
    const tried = async (name: string, act: () => unknown) => {
      outcome[name] = await Promise.resolve()
        .then(act)
        .then(
          () => 'went through',
          () => 'threw',
        )
    }
    await tried('markup', () => {
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.pwned = 1">')
    })
    await tried('inline script', () => {
      const script = document.createElement('script')
      script.text = 'window.pwned = 1'
      document.head.append(script)
    })
    await tried('fetch', () => fetch('https://example.com/'))
    await tried('fetch of the page itself', () => fetch('index.html'))
    await tried(
      'socket',
      () => new WebSocket('wss://example.com/') && Promise.reject(new Error('only its event tells')),
    )
    const style = document.createElement('style')
    style.textContent = 'body { outline: 9px solid red }'
    document.head.append(style)
    const image = new Image()
    await new Promise(resolve => {
      image.onerror = resolve
      image.src = 'https://example.com/a.png'
      document.body.append(image)
    })
    const frame = document.createElement('iframe')
    frame.src = 'https://example.com/'
    document.body.append(frame)
    await all
    return {
      outcome,
      stopped,
      pwned: Reflect.get(window, 'pwned') ?? null,
      outline: getComputedStyle(document.body).outlineWidth,
    }
  })

test('the page may run, load and ask for nothing that is not its own', async ({ launch }) => {
  const page = await (await launch()).firstRun()
  const { outcome, stopped, pwned, outline } = await attempts(page)
  expect(outcome).toEqual({
    markup: 'threw',
    'inline script': 'threw',
    fetch: 'threw',
    'fetch of the page itself': 'threw',
    socket: 'threw',
  })
  expect(stopped).toEqual(expect.arrayContaining(['connect-src', 'img-src', 'style-src-elem', 'frame-src']))
  expect(pwned).toBeNull()
  expect(outline).not.toBe('9px')
})

test('the page goes nowhere and opens nothing', async ({ launch }) => {
  const { electron, firstRun } = await launch()
  const page = await firstRun()
  await electron.evaluate(({ webContents }) => {
    const moves: string[] = []
    Reflect.set(globalThis, 'moves', moves)
    for (const contents of webContents.getAllWebContents()) contents.on('did-navigate', (_, url) => moves.push(url))
  })
  const before = page.url()
  const targets = ['https://example.com/', 'file:///etc/passwd', 'data:text/html,hello', 'app://other/index.html']
  for (const target of targets) {
    await page.evaluate(to => window.location.assign(to), target).catch(() => undefined)
    const opener = await page.evaluate(to => window.open(to) === null, target)
    expect(opener, target).toBe(true)
  }
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://example.com/'
    link.target = '_blank'
    document.body.append(link)
    link.click()
    const refresh = document.createElement('meta')
    refresh.httpEquiv = 'refresh'
    refresh.content = '0; url=https://example.com/'
    document.head.append(refresh)
    const form = document.createElement('form')
    form.action = 'https://example.com/'
    document.body.append(form)
    form.submit()
  })
  await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 200)))
  expect(page.url()).toBe(before)
  expect(await electron.evaluate(() => Reflect.get(globalThis, 'moves'))).toEqual([])
  expect(electron.windows()).toHaveLength(1)
  expect(await electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
})

test('the page is allowed nothing of the system', async ({ launch }) => {
  const page = await (await launch()).firstRun()
  const asked = await page.evaluate(async () => {
    const refused = (promise: Promise<unknown>) =>
      promise.then(
        () => 'given',
        () => 'refused',
      )
    const states = await Promise.all(
      (['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as const).map(name =>
        navigator.permissions
          .query({ name: name as PermissionName })
          .then(({ state }) => state)
          .catch(() => 'denied'),
      ),
    )
    return {
      states: [...new Set(states)],
      notification: await Notification.requestPermission(),
      clipboard: await refused(navigator.clipboard.readText()),
      camera: await refused(navigator.mediaDevices.getUserMedia({ video: true, audio: true })),
      screen: await refused(navigator.mediaDevices.getDisplayMedia({ video: true })),
    }
  })
  expect(asked).toEqual({
    states: ['denied'],
    notification: 'denied',
    clipboard: 'refused',
    camera: 'refused',
    screen: 'refused',
  })
})
