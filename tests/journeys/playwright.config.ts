import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'playwright/test'

// The workers read this file too; what the first reading chose is handed on to them.
process.env['JOURNEY_PORT'] ??= '4173'
process.env['JOURNEY_DATA'] ??= mkdtempSync(join(tmpdir(), 'wegbereiter-journeys-'))
const url = `http://localhost:${process.env['JOURNEY_PORT']}`

/** The built product with its demo, in a data folder of its own. `npm run build` first, or use `npm test`. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../artefacts/journeys',
  // What stands on a page does not depend on the machine.
  snapshotPathTemplate: '{testDir}/aria/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'line',
  use: {
    baseURL: url,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] },
  },
  webServer: {
    command: `"${process.execPath}" app/bin/start.mjs`,
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    url: `${url}/healthz`,
    env: { PORT: process.env['JOURNEY_PORT'], HOST: '127.0.0.1', DATA_DIR: process.env['JOURNEY_DATA'], LOG_LEVEL: 'error', DEMO: 'on', PUBLIC_ORIGIN: '' },
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    stderr: 'pipe',
  },
})
