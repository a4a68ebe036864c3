import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: 'tests/global-setup.ts',
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    testTimeout: 30_000,
    reporters: ['default', ['json', { outputFile: 'out/test/unit.json' }]],
  },
})
