/** `npm test`: installs what is missing, then every check there is. The last line is `N passed, N failed`. */
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkNode, giveUp, install, root, run } from './ready.mjs'

/** @typedef {{ name: string, passed: number, failed: number, ms: number, output: string }} Outcome */

/** @type {Outcome[]} */
const outcomes = []
const results = mkdtempSync(join(tmpdir(), 'wegbereiter-test-'))
/** @param {string} file */
const bin = (file) => join(root, 'node_modules', ...file.split('/'))

/**
 * Announces, runs and reports one step. Without `count`, the step itself is one check.
 * @param {string} name @param {readonly string[]} args after `node`
 * @param {{ env?: Record<string, string>, count?: () => { passed: number, failed: number } }} [options]
 */
const step = async (name, args, { env = {}, count } = {}) => {
  console.log(`→ ${name}`)
  const from = performance.now()
  const { code, output } = await run(process.execPath, args, { env: { FORCE_COLOR: '0', NO_COLOR: '1', ...env } })
  const counted = count?.() ?? { passed: 0, failed: 0 }
  // A run that broke before or beside its tests has failed, whatever it counted.
  const broken = code !== 0 && counted.failed === 0
  const passed = count === undefined ? (code === 0 ? 1 : 0) : counted.passed
  report({ name, passed, failed: counted.failed + (broken ? 1 : 0), ms: performance.now() - from, output })
  return code === 0
}

/** @param {Outcome} outcome */
const report = (outcome) => {
  outcomes.push(outcome)
  const { name, passed, failed, ms, output } = outcome
  if (failed > 0) console.log(`\n${output.trim()}\n`)
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed (${(ms / 1000).toFixed(1)} s)`)
}

/** @param {string} file @returns {any} */
const readResult = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})

const unitTests = () => {
  const file = join(results, 'vitest.json')
  const count = () => {
    const { numPassedTests = 0, numFailedTests = 0 } = readResult(file)
    return { passed: numPassedTests, failed: numFailedTests }
  }
  // In the language and time zone of nobody in particular: what depends on them fails here.
  return step('Vitest: unit, http, architecture', [bin('vitest/vitest.mjs'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`], {
    env: { TZ: 'America/New_York' },
    count,
  })
}

const journeys = async () => {
  const browser = await findBrowser()
  if (browser === undefined) {
    const output =
      'Es wurde kein Chromium gefunden. Installieren Sie es (Debian: apt-get install chromium) oder nennen Sie es in CHROMIUM_PATH.\nNo Chromium was found. Install it (Debian: apt-get install chromium) or name it in CHROMIUM_PATH.'
    return report({ name: 'Playwright: journeys', passed: 0, failed: 1, ms: 0, output })
  }
  const file = join(results, 'playwright.json')
  const count = () => {
    const { expected = 0, unexpected = 0, flaky = 0 } = readResult(file).stats ?? {}
    return { passed: expected, failed: unexpected + flaky }
  }
  const env = { CHROMIUM_PATH: browser, JOURNEY_PORT: String(await freePort()), PLAYWRIGHT_JSON_OUTPUT_NAME: file }
  return step('Playwright: journeys', [bin('playwright/cli.js'), 'test', '--config', 'tests/journeys/playwright.config.ts', '--reporter=line,json'], {
    env,
    count,
  })
}

/** CHROMIUM_PATH, an installed browser, or Debian's, which is installed where that is allowed. */
const findBrowser = async () => {
  const find = () =>
    [process.env['CHROMIUM_PATH'] ?? '', ...inPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome')].find(
      (place) => place !== '' && isExecutable(place),
    )
  if (find() === undefined) await aptInstall('chromium')
  return find()
}

/** Tests look at our PDFs with Poppler's programs. Where they are missing and cannot be installed, those tests say so. */
const fetchPoppler = async () => {
  if (!inPath('pdfinfo').some(isExecutable)) await aptInstall('poppler-utils')
}

/** @param {readonly string[]} names @returns {string[]} */
const inPath = (...names) => names.flatMap((name) => (process.env['PATH'] ?? '').split(':').map((folder) => join(folder, name)))

/** Installs a Debian package where that is allowed; otherwise says why not. @param {string} name */
const aptInstall = async (name) => {
  if (process.platform !== 'linux') return
  const apt = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  console.log(`${name} wird installiert … / Installing ${name} …`)
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', name],
  ]) {
    const [command = 'apt-get', ...rest] = [...apt, 'apt-get', ...args]
    const { code, output } = await run(command, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' } })
    if (code !== 0) console.log(output.trim().split('\n').slice(-3).join('\n'))
  }
}

/** @param {string} file */
const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

/** Two lanes beside each other, then what needs all the room. */
const checks = async () => {
  const building = step('Build', ['app/bin/build.mjs'])
  await step('Biome', [bin('@biomejs/biome/bin/biome'), 'check', '--config-path', 'tests', '--error-on-warnings', '--diagnostic-level=warn'])
  await step('Knip', [bin('knip/bin/knip.js'), '--config', 'tests/knip.json'])
  const built = await building
  const courses = step('Courses', [bin('tsx/dist/cli.mjs'), 'app/bin/courses.ts', 'check'])
  const types = step('TypeScript', [bin('typescript/bin/tsc'), '--noEmit', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/tsbuildinfo'])
  await courses
  await fetchPoppler()
  await unitTests()
  await types
  if (built) await journeys()
  else report({ name: 'Playwright: journeys', passed: 0, failed: 1, ms: 0, output: 'Ohne Build keine Wege im Browser. / No build, no journeys.' })
}

try {
  process.chdir(root)
  checkNode()
  await install()
  const from = performance.now()
  await checks()
  rmSync(results, { recursive: true, force: true })
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0)
  console.log(`\n${((performance.now() - from) / 1000).toFixed(0)} s`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
} catch (thrown) {
  giveUp(thrown)
}
