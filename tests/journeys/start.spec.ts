import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'

/** `npm start` in an environment of its own, until it ends by itself or has said that it serves; then it is asked to stop. */
const start = (env: Readonly<Record<string, string>>): Promise<{ readonly code: number | null; readonly said: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['app/bin/start.mjs'], { env: { ...process.env, LOG_LEVEL: 'silent', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    const hear = (part: Buffer) => {
      said += part
      if (said.includes('Demo sign-ins')) child.kill('SIGTERM')
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('close', (code) => resolve({ code, said }))
  })

const newFolder = () => mkdtempSync(join(tmpdir(), 'wegbereiter-start-'))
const broken = () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'wegbereiter.db'), 'this is no database '.repeat(500))
  return folder
}
const own = () => ({ PORT: '0', DATA_DIR: newFolder() })

const obstacles: readonly [string, () => Readonly<Record<string, string>>, RegExp][] = [
  ['a port that is taken', () => ({ ...own(), PORT: process.env['JOURNEY_PORT'] ?? '' }), /Port \d+ ist schon belegt.*\n.*already in use/],
  ['a data folder that is in use', () => ({ ...own(), DATA_DIR: process.env['JOURNEY_DATA'] ?? '' }), /läuft schon mit dem Datenordner.*\n.*already running/],
  ['a data folder that cannot be made', () => ({ ...own(), DATA_DIR: '/dev/null/data' }), /kann nicht geschrieben werden.*\n.*cannot be written/],
  ['a database that is none', () => ({ ...own(), DATA_DIR: broken() }), /beschädigt.*\n.*damaged/],
  ['a setting that makes no sense', () => ({ ...own(), PORT: 'dreitausend' }), /PORT=dreitausend passt nicht.*\n.*does not fit/],
  ['an address that this machine does not have', () => ({ ...own(), HOST: '192.0.2.1' }), /Adresse HOST=192\.0\.2\.1 gibt es.*\n.*does not exist/],
]
for (const [what, env, words] of obstacles) {
  test(`${what} is told in one sentence in each language, without a stack`, async () => {
    const { code, said } = await start(env())
    expect(code).toBe(1)
    expect(said.trim()).toMatch(words)
    expect(said).not.toMatch(/^\s+at /m)
    expect(said.trim().split('\n')).toHaveLength(2)
  })
}

test('it says where it is and who may sign in, and stops when asked', async () => {
  const { code, said } = await start(own())
  expect(code).toBe(0)
  expect(said).toMatch(/Wegbereiter: http:\/\/localhost:\d+/)
  expect(said).toMatch(/learner .+@\S+ /)
})
