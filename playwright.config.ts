import { defineConfig } from 'playwright/test'

export default defineConfig({
  // each worker opens desktops of its own, so tests do not meet
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
  projects: [
    { name: 'app', testDir: 'test/app' },
    { name: 'desktop', testDir: 'test/desktop' },
  ],
})
