import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: 'tests/global-setup.ts',
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    // A busy machine is no reason to fail: what hangs still ends.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', ['json', { outputFile: 'out/test/unit.json' }]],
  },
})
