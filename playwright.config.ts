import { defineConfig } from 'playwright/test'

export default defineConfig({
  // each worker opens desktops of its own, so tests do not meet; two draw windows, and beside them one lets the desktop's
  // tests wait for what takes its time: two cores would be idle otherwise
  workers: 3,
  fullyParallel: true,
  retries: 0,
  // for what hangs: a busy machine may take ten times as long over a test as a free one, and must not make it red
  timeout: 300_000,
  expect: { timeout: 45_000 },
  forbidOnly: true,
  reporter: 'list',
  projects: [
    { name: 'app', testDir: 'test/app', workers: 2 },
    { name: 'desktop', testDir: 'test/desktop' },
  ],
})
