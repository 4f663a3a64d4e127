import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { expect, onTestFinished, test } from 'vitest'
import { killed, killedCourse } from '#tests/support/answer-until-killed.ts'
import { aDatabaseFile, anAuthority, aPerson, published } from '#tests/support/database.ts'
import { integrityFaults } from '#db/backup.server.ts'
import { compareWithLedger } from './rebuild.server.ts'

const KILLS = 12

test(`after ${KILLS} × kill -9 in the middle of answers nothing acknowledged is lost and nothing counts twice`, { timeout: 120_000 }, async () => {
  const { file, open, program } = await prepare()
  let acknowledged = 0
  for (let kill = 0; kill < KILLS; kill += 1) {
    // Each program begins with the answer after the last acknowledged: if that had just been committed, this is its replay.
    acknowledged = await answerUntilKilled(program, file, acknowledged + 1, 3 + ((kill * 7) % 40))
    const { raw, db, close } = open()
    expect(integrityFaults(raw)).toEqual([])
    const ids = raw.prepare<[], { id: string }>("select id from learning_event where type = 'item_answered' order by seq").all()
    const expected = Array.from({ length: acknowledged }, (_, index) => killed.eventId(index + 1))
    expect(ids.map((row) => row.id).slice(0, acknowledged)).toEqual(expected)
    expect(ids.length - acknowledged, 'at most the answer under way').toBeLessThanOrEqual(1)
    expect(raw.prepare('select count(*) as n from response').get()).toEqual({ n: ids.length })
    expect(raw.prepare('select sum(attempts) as n from item_state').get()).toEqual({ n: ids.length })
    expect((await compareWithLedger(db)).differences).toEqual([])
    await close()
  }
  expect(acknowledged).toBeGreaterThan(KILLS * 3)
})

const prepare = async () => {
  const { file, open, remove } = await aDatabaseFile()
  onTestFinished(remove)
  const { db, close } = open()
  await published(db, killedCourse)
  await anAuthority(db, { id: killed.person.authority_id })
  await aPerson(db, { authority_id: killed.person.authority_id, id: killed.person.person_id })
  await close()
  return { file, open, program: await bundled() }
}

/** One plain file starts much faster than sources that are compiled each time. It stays where its packages are found. */
const bundled = async () => {
  const folder = join(process.cwd(), 'node_modules', '.cache')
  mkdirSync(folder, { recursive: true })
  const outfile = join(mkdtempSync(join(folder, 'kill-test-')), 'program.mjs')
  onTestFinished(() => rmSync(join(outfile, '..'), { recursive: true }))
  await build({
    entryPoints: ['tests/support/answer-until-killed.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['better-sqlite3'],
    logLevel: 'silent',
  })
  return outfile
}

/** Kills the program as soon as it has acknowledged `count` answers; returns the last number it acknowledged. */
const answerUntilKilled = (program: string, file: string, first: number, count: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, file, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] })
    let last = first - 1
    createInterface({ input: child.stdout }).on('line', (line) => {
      last = Number(line)
      if (last >= first + count - 1) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', (_code, signal) => (signal === 'SIGKILL' ? resolve(last) : reject(new Error('the program ended by itself'))))
  })
