import { defineConfig } from '@playwright/test'
import type { ShellOption } from './test/e2e/fixtures.ts'

/** The real program over the simulator, after `npm run build`. Nothing here waits for time: it waits for what is shown. */
export default defineConfig<ShellOption>({
  testDir: 'test/e2e',
  testMatch: '*.test.ts',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  globalSetup: './test/e2e/unpack-browser.ts',
  // One does the journeys while the other looks at the screens.
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  projects: [
    { name: 'browser', use: { shell: 'browser' } },
    // Beside the journeys, what only Electron's own runtime can show.
    { name: 'electron', use: { shell: 'electron' }, testMatch: ['*.test.ts', '*.electron.ts'] },
  ],
})
