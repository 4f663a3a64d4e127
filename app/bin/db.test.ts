import { execFile } from 'node:child_process'
import { expect, onTestFinished, test } from 'vitest'
import { aDatabaseFile } from '#tests/support/database.ts'

/** Runs the command as `npm run db -- …` does, in a data folder of its own. */
const run = (dataDir: string, ...words: string[]): Promise<{ code: number; out: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'app/bin/db.ts', ...words], { env: { ...process.env, DATA_DIR: dataDir } }, (failure, out, err) =>
      resolve({ code: failure === null ? 0 : Number(failure.code), out: out + err }),
    )
  })

test('the commands say in plain words what they did or what is in the way, and end with 1 when they could not', { timeout: 60_000 }, async () => {
  const { folder, remove } = await aDatabaseFile()
  onTestFinished(remove)
  const [check, backup, missing, empty] = await Promise.all([
    run(folder, 'check'),
    run(folder, 'backup'),
    run(folder, 'restore', 'nowhere.db'),
    run(`${folder}/empty`, 'check'),
  ])
  expect(check).toMatchObject({ code: 0, out: expect.stringContaining('In Ordnung') })
  expect(backup).toMatchObject({ code: 0, out: expect.stringMatching(/Gesichert und geprüft: .*wegbereiter-\d{8}T\d{9}Z\.db/) })
  expect(missing).toMatchObject({ code: 1, out: expect.stringContaining('nowhere.db gibt es nicht') })
  expect(empty).toMatchObject({ code: 1, out: expect.stringContaining('noch keine Datenbank') })
  const restored = await run(folder, 'restore', backup.out.trim().split(': ')[1] ?? '')
  expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('Der bisherige Stand liegt in') })
  for (const { out } of [check, backup, missing, empty, restored]) expect(out).not.toMatch(/^\s+at /m)
})
