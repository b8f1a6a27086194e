import { _electron, type ElectronApplication, type Page } from 'playwright/test'
import { canSandbox } from '../../scripts/desktop/as-user.mjs'
import type { Desktop } from '../../scripts/desktop/open.mjs'
import { root } from '../../scripts/project.mjs'
import { resolveRuntime } from '../../scripts/runtime/resolve.mjs'

export type LaunchOptions = {
  /** Default live: the person's own profile. */
  readonly mode?: 'live' | 'demo'
  /** Default: the test's own. */
  readonly profile?: string
  /** More switches of the app's, such as `--seconds 5`. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export type LaunchedApp = {
  readonly electron: ElectronApplication
  readonly profile: string
  /** The window: the one there is, or the first to come. */
  window(): Promise<Page>
  /** The next window that opens, once it is at a page of the app's. To be called before what opens it. */
  nextWindow(): Promise<Page>
  /** The window of a first run, once it can be used. */
  firstRun(): Promise<Page>
  /** What main printed so far, Chromium's own noise included. */
  output(): string
  /** Quits as a person would; resolves when the process and its tray item are gone. */
  quit(): Promise<void>
  /** `kill -9`. */
  kill(): Promise<void>
}

/**
 * V8's inspector now and then loses the answer of a call it has made, while main is busy: "Resulting promise was garbage
 * collected" (Playwright's issue 33737). Such a call is made again, so what it does must bear being done twice.
 */
function callAgainWhenLost(electron: ElectronApplication) {
  const { evaluate } = electron
  const call = (args: readonly unknown[], left: number): Promise<unknown> =>
    Reflect.apply(evaluate, electron, args).catch((error: unknown) => {
      if (left > 0 && String(error).includes('garbage collected')) return call(args, left - 1)
      throw error
    })
  Object.defineProperty(electron, 'evaluate', { value: (...args: readonly unknown[]) => call(args, 3) })
}

/** How long a busy machine may take over a start, or over what is done to a window, ms; Playwright's own is 30 s. */
const patienceMs = 90_000

/** Starts the built app in real Electron on the given desktop. */
export const launchApp = async (desktop: Desktop, profile: string, options: LaunchOptions): Promise<LaunchedApp> => {
  const { executable } = await resolveRuntime()
  const switches = [`--${options.mode ?? 'live'}`, '--profile', profile, ...(options.args ?? [])]
  const electron = await _electron.launch({
    executablePath: executable,
    // without this Playwright adds --no-sandbox by itself
    chromiumSandbox: canSandbox(null),
    // There is no graphics card: without this each start tries three times to use one, and a window now and then stays white.
    args: ['--disable-gpu', root, ...switches],
    env: { ...desktop.env, ...options.env },
    timeout: patienceMs,
  })
  electron.context().setDefaultTimeout(patienceMs)
  callAgainWhenLost(electron)
  const chunks: Buffer[] = []
  const child = electron.process()
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk))
  const gone = new Promise<void>(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })
  const untilGone = async () => {
    await gone
    await desktop.trayWithout(child.pid ?? 0)
  }
  return {
    electron,
    profile,
    window: () => electron.firstWindow({ timeout: patienceMs }),
    nextWindow: async () => {
      const page = await electron.waitForEvent('window', { timeout: patienceMs })
      await page.waitForURL(/^app:/, { waitUntil: 'commit' })
      return page
    },
    firstRun: async () => {
      const page = await electron.firstWindow({ timeout: patienceMs })
      await page.getByRole('button', { name: 'MerchantOps' }).waitFor()
      return page
    },
    output: () => Buffer.concat(chunks).toString('utf8'),
    quit: async () => {
      await electron.close().catch(() => {})
      await untilGone()
    },
    kill: async () => {
      child.kill('SIGKILL')
      await untilGone()
      await electron.close().catch(() => {})
    },
  }
}
