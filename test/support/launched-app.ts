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
  /** The window of a first run, once it can be used. */
  firstRun(): Promise<Page>
  /** What main printed so far, Chromium's own noise included. */
  output(): string
  /** Quits as a person would; resolves when the process is gone. */
  quit(): Promise<void>
  /** `kill -9`. */
  kill(): Promise<void>
}

/** Starts the built app in real Electron on the given desktop. */
export const launchApp = async (desktop: Desktop, profile: string, options: LaunchOptions): Promise<LaunchedApp> => {
  const { executable } = await resolveRuntime()
  const switches = [`--${options.mode ?? 'live'}`, '--profile', profile, ...(options.args ?? [])]
  const electron = await _electron.launch({
    executablePath: executable,
    // without this Playwright adds --no-sandbox by itself
    chromiumSandbox: canSandbox(null),
    args: [root, ...switches],
    env: { ...desktop.env, ...options.env },
  })
  const chunks: Buffer[] = []
  const child = electron.process()
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk))
  const gone = new Promise<void>(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })
  return {
    electron,
    profile,
    window: () => electron.firstWindow(),
    firstRun: async () => {
      const page = await electron.firstWindow()
      await page.getByRole('button', { name: 'MerchantOps' }).waitFor()
      return page
    },
    output: () => Buffer.concat(chunks).toString('utf8'),
    quit: async () => {
      await electron.close().catch(() => {})
      await gone
    },
    kill: async () => {
      child.kill('SIGKILL')
      await gone
      await electron.close().catch(() => {})
    },
  }
}
