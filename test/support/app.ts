import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { test as base } from 'playwright/test'
import { type Desktop, type DesktopOptions, openDesktop } from '../../scripts/desktop/open.mjs'
import { socketElsewhere } from '../../src/profile/paths'
import { type LaunchedApp, type LaunchOptions, launchApp } from './launched-app'
import { type Finished, type RunningSandbox, runProgram, startSandboxProgram } from './programs'

export { expect } from 'playwright/test'

type AppFixtures = {
  /** What the desktop is like: `test.use({ desktopOptions: { keyring: 'locked' } })`. */
  readonly desktopOptions: DesktopOptions
  /** A private desktop, closed after the test. */
  readonly desktop: Desktop
  /** A folder for the app's profile, absolute; not there yet, gone with the desktop. */
  readonly profile: string
  /** Starts the built app; call it again for a restart. What still runs after the test is killed. */
  readonly launch: (options?: LaunchOptions) => Promise<LaunchedApp>
  /** Runs `jobtray` against the test's profile: `runCli(['list', '--json'])`. */
  readonly runCli: (args: readonly string[], input?: string) => Promise<Finished>
  /** Starts a sandbox of its own process on a free port: `startSandbox(['--seed', '7'])`. */
  readonly startSandbox: (args?: readonly string[]) => Promise<RunningSandbox>
}

export const test = base.extend<AppFixtures>({
  desktopOptions: [{}, { option: true }],
  desktop: async ({ desktopOptions }, use) => {
    const desktop = await openDesktop(desktopOptions)
    await use(desktop)
    await desktop.close()
  },
  profile: async ({ desktop }, use) => {
    const profile = join(desktop.home, 'profile')
    await use(profile)
    // An app that is killed leaves it, and where the profile cannot hold it, it does not go with the desktop.
    rmSync(socketElsewhere(profile), { force: true })
  },
  launch: async ({ desktop, profile }, use) => {
    const running: LaunchedApp[] = []
    await use(async (options = {}) => {
      const app = await launchApp(desktop, options.profile ?? profile, options)
      running.push(app)
      return app
    })
    for (const app of running) await app.kill()
  },
  runCli: async ({ desktop, profile }, use) => {
    await use((args, input) =>
      runProgram('out/cli/index.js', [...args, '--profile', profile], {
        env: desktop.env,
        ...(input === undefined ? {} : { input }),
      }),
    )
  },
  startSandbox: async ({ desktop }, use) => {
    const running: RunningSandbox[] = []
    await use(async (args = []) => {
      const sandbox = await startSandboxProgram(['--port', '0', ...args], desktop.env)
      running.push(sandbox)
      return sandbox
    })
    for (const sandbox of running) await sandbox.stop()
  },
})
