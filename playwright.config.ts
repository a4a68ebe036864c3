import { defineConfig } from 'playwright/test'

/** Journeys in a real window; `npm test` builds what they open. */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/say-runtime.ts',
  outputDir: 'out/test/e2e',
  // A busy machine is no reason to fail: what hangs still ends.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'out/test/e2e.json' }]],
})
