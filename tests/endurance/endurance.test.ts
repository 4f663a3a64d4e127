/** The short form of every run of `npm run endure`, and that the comparison itself would notice. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDb } from '#db/client.server.ts'
import { Client, newJournal } from './answering.ts'
import { backUp } from './backup-under-load.ts'
import { fillDisk } from './full-disk.ts'
import { hostile } from './hostile.ts'
import { faultsOf } from './kept.ts'
import { killServer } from './kill-server.ts'
import { killMigrations } from './migration-killed.ts'
import { copyOfBuild, isBuilt, serve } from './served.ts'
import { setStage } from './stage.ts'

/** These start the built product again and again. Milliseconds. */
const PATIENCE = { timeout: 180_000 }
const built = isBuilt()
let work = ''
let product: ReturnType<typeof copyOfBuild> | undefined
const root = () => product?.root ?? ''

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'wegbereiter-endurance-'))
  if (built) product = copyOfBuild()
})
afterAll(() => {
  product?.remove()
  rmSync(work, { recursive: true, force: true })
})

test.skipIf(!built)('kill -9 of the server under eight people loses nothing acknowledged and doubles nothing', PATIENCE, async () => {
  const { kills, acknowledged, faults } = await killServer(root(), work, { kills: 3 })
  expect(faults).toEqual([])
  expect(kills).toBe(3)
  expect(acknowledged).toBeGreaterThan(0)
})

test.skipIf(!built)('an answer that is lost, doubled or never sent would be noticed', PATIENCE, async () => {
  const stage = await setStage(root(), join(work, 'tampered'), { learners: 1 })
  const journal = newJournal()
  const served = await serve(root(), stage.dataDir)
  const [learner] = stage.learners
  if (learner === undefined) throw new Error('nobody is there')
  await new Client(stage, learner, 0, journal).answer(
    served,
    () => {},
    () => journal.acknowledged.size >= 2,
  )
  await served.stop()
  expect(await faultsOf(stage.file, journal)).toEqual([])
  journal.acknowledged.add('event-that-is-not-there')
  expect(await faultsOf(stage.file, journal)).toEqual(['acknowledged and lost: event-that-is-not-there'])
  journal.acknowledged.delete('event-that-is-not-there')
  const [one = ''] = journal.sent
  journal.sent.delete(one)
  expect(await faultsOf(stage.file, journal)).toContain(`kept and never sent: ${one}`)
  journal.sent.add(one)
  const { raw, close } = openDb(stage.file)
  raw.prepare('update item_state set attempts = attempts + 1').run()
  await close()
  expect((await faultsOf(stage.file, journal)).join('\n')).toMatch(/attempts/)
})

test.skipIf(!built)('on a full disk pages are read, saving says why it cannot be, and works again once there is room', PATIENCE, async () => {
  const { mounted, answers, faults } = await fillDisk(root(), work)
  if (!mounted)
    return void process.stderr.write('Here no file system may be mounted: the full disk was not tried (broken-house.test.ts limits the database instead).\n')
  expect(faults).toEqual([])
  expect(Object.keys(answers)).toContain('507')
})

test.skipIf(!built)('a backup taken under load restores to exactly the beginning of what came to be', PATIENCE, async () => {
  const { backups, faults } = await backUp(root(), work, { backups: 2 })
  expect(faults).toEqual([])
  expect(backups).toBe(2)
})

test('a migration that is killed leaves the old schema or the new one, all rows, and only whole copies', PATIENCE, async () => {
  const { kills, faults } = await killMigrations(work, { kills: 4 })
  expect(faults).toEqual([])
  expect(kills).toBe(4)
})

test.skipIf(!built)('slow clients, garbage and floods keep nobody else from reading, and memory stays bounded', PATIENCE, async () => {
  const { faults } = await hostile(root(), work, { connections: 100, garbage: 300, floods: 30, crowd: 300, drip: 1500, rest: 0, patience: 60_000 })
  expect(faults).toEqual([])
})
