import { defineConfig } from 'playwright/test'

/** `npm run shots`: pictures, no proof, so `npm test` leaves it alone. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.shots.ts',
  workers: 2,
  fullyParallel: true,
  timeout: 300_000,
  reporter: 'list',
})
