import { defineConfig } from 'playwright/test'

// The stand-in's own specs. The app's specs have a configuration of their own.
export default defineConfig({
  testDir: './test',
  testMatch: '*.spec.ts',
  outputDir: '../../out/test/electron-standin',
  // Under a display the windows share one focus.
  workers: process.env.DISPLAY ? 1 : 2,
  fullyParallel: true,
  reporter: [['dot'], ['json', { outputFile: '../../out/test/stand-in.json' }]],
})
