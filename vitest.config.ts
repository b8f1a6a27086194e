import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // what needs a window or a desktop runs under Playwright; benches measure, they do not judge
    exclude: [...configDefaults.exclude, 'test/app/**', 'test/desktop/**', 'test/bench/**'],
    // vitest would leave one core idle: half of a small machine
    maxWorkers: availableParallelism(),
    environment: 'node',
    // two busy cores are slow; a test that hangs still ends
    testTimeout: 20_000,
    setupFiles: ['test/support/no-network.ts'],
  },
})
