import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const setups = [
  'packages/platform/src/store/testing-postgres-setup.ts',
  'tests/stories/prepared-nodes-setup.ts',
]

export default defineConfig({
  test: {
    include: ['packages/*/{src,scripts}/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    globalSetup: setups.filter((setup) => existsSync(setup)),
    // Two cores and a database a file: more workers only wait for each other.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
