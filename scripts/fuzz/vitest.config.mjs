import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { root } from '../project.mjs'

const manyRounds = join(root, 'test/support/many-rounds.ts')
const rounds = Number(process.env.PROPERTY_ROUNDS ?? 1)

export default defineConfig({
  root,
  plugins: [
    {
      name: 'many-rounds',
      enforce: 'pre',
      resolveId: (source, importer) => (source === 'fast-check' && importer !== manyRounds ? manyRounds : null),
    },
  ],
  test: {
    maxWorkers: availableParallelism(),
    testTimeout: 60_000 * rounds,
    setupFiles: ['test/support/no-network.ts'],
    include: (process.env.PROPERTY_FILES ?? '').split('\n'),
  },
})
