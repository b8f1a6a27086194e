import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

/** What listens to its own process's memory or changes its look-up of names, and the window's, whose stores live in modules. */
const apart = ['test/wire/**/*.test.ts', 'test/renderer/**/*.test.{ts,tsx}']

export default defineConfig({
  test: {
    // vitest would leave one core idle: half of a small machine
    maxWorkers: availableParallelism(),
    environment: 'node',
    // twenty times what the slowest take on two idle cores; a test that hangs still ends
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    setupFiles: ['test/support/no-network.ts', 'test/support/property-seed.ts'],
    projects: [
      { extends: true, test: { name: 'apart', include: apart } },
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          // what needs a window or a desktop runs under Playwright; benches measure, they do not judge
          exclude: [...configDefaults.exclude, ...apart, 'test/app/**', 'test/desktop/**', 'test/bench/**'],
          // a process for each file, with all its modules loaded anew, took as long as the tests themselves
          isolate: false,
        },
      },
    ],
  },
})
