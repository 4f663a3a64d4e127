import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { appendAudit } from '#app/domain/privacy/append-audit.server.ts'
import { canonicalEntry } from '#app/domain/privacy/audit.ts'
import { verifyAudit } from '#app/domain/privacy/verify-audit.server.ts'
import { fingerprint } from '#app/platform/ids.server.ts'
import type { OpenDatabase } from '#db/client.server.ts'
import { anAuthority, aDatabaseFile, aPerson } from '#tests/support/database.ts'

const NOW = '2026-11-22T09:30:00.000Z'

/** Runs the command as `npm run audit -- …` does, in a data folder of its own. */
const run = (dataDir: string, ...words: string[]): Promise<{ code: number; out: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'app/bin/audit.ts', ...words], { env: { ...process.env, DATA_DIR: dataDir } }, (failure, out, err) =>
      resolve({ code: failure === null ? 0 : Number(failure.code), out: out + err }),
    )
  })

/** A real file with two authorities of six entries each, whose triggers somebody with the file in hand has dropped. */
const aTrail = async () => {
  const file = await aDatabaseFile()
  const open = file.open()
  onTestFinished(async () => {
    await open.close()
    file.remove()
  })
  for (const id of ['auental', 'brueckfeld']) {
    await anAuthority(open.db, { id, name: `Ausländerbehörde ${id}` })
    const person = await aPerson(open.db, { authority_id: id })
    for (let index = 0; index < 6; index++) {
      const act = { verb: 'course_list_viewed', subject_kind: 'course', subject_id: `course-${index}`, detail: { unit: null } } as const
      await open.db.transaction().execute((tx) => appendAudit(tx, person, act, { now: NOW }))
    }
  }
  open.raw.exec('drop trigger audit_entry_only_grows; drop trigger audit_entry_is_never_changed; drop trigger audit_entry_is_never_deleted')
  return { ...file, ...open }
}

const faultsIn = async ({ db }: OpenDatabase, noted?: Parameters<typeof verifyAudit>[1]) =>
  (await verifyAudit(db, noted)).faults.map(
    ({ authority_id, kind, number, until }) => `${authority_id} ${kind} ${number}${until === number ? '' : `-${until}`}`,
  )

test('a whole trail has no fault', async () => {
  const trail = await aTrail()
  expect(await verifyAudit(trail.db)).toMatchObject({
    entries: 12,
    faults: [],
    heads: [
      { authority_id: 'auental', number: 6 },
      { authority_id: 'brueckfeld', number: 6 },
    ],
  })
})

test.each(['verb', 'subject_kind', 'subject_id', 'detail', 'occurred_at', 'reason', 'actor_id', 'person_id', 'previous_hash', 'hash'])(
  'a changed %s is found',
  async (column) => {
    const trail = await aTrail()
    trail.raw.pragma('foreign_keys = off')
    const value = column === 'detail' ? '{"unit":"x"}' : column === 'occurred_at' ? '2026-11-22T09:31:00.000Z' : 'x'
    trail.raw.prepare(`update audit_entry set ${column} = ? where authority_id = 'auental' and number = 3`).run(value)
    expect((await faultsIn(trail))[0]).toBe('auental altered 3')
  },
)

test('a deleted entry, the deleted first ones and several gaps are found', async () => {
  const trail = await aTrail()
  trail.raw.exec("delete from audit_entry where authority_id = 'auental' and number in (1, 2, 5)")
  expect(await faultsIn(trail)).toEqual(['auental missing 1-2', 'auental missing 5'])
})

test('an entry put in by hand is found, however well it is sealed', async () => {
  const trail = await aTrail()
  const row = (number: number) =>
    trail.raw.prepare("select * from audit_entry where authority_id = 'auental' and number = ?").get(number) as Parameters<typeof canonicalEntry>[0]
  // Put in as 4: everything behind moves up by one and is sealed anew, but for its link to the one before.
  trail.raw.exec("update audit_entry set number = number + 100 where authority_id = 'auental' and number >= 4")
  trail.raw.exec("update audit_entry set number = number - 99 where authority_id = 'auental' and number >= 104")
  const forged = { ...row(3), number: 4, subject_id: 'forged', previous_hash: (row(3) as unknown as { hash: string }).hash }
  const columns = Object.keys({ ...forged, hash: '' })
  trail.raw
    .prepare(`insert into audit_entry (${columns.join(',')}) values (${columns.map((name) => `@${name}`).join(',')})`)
    .run({ ...forged, hash: fingerprint(canonicalEntry(forged)) })
  expect(await faultsIn(trail)).toEqual(['auental altered 5', 'auental altered 6', 'auental altered 7'])
  for (const number of [5, 6, 7])
    trail.raw.prepare("update audit_entry set hash = ? where authority_id = 'auental' and number = ?").run(fingerprint(canonicalEntry(row(number))), number)
  expect((await faultsIn(trail))[0]).toBe('auental unlinked 5')
})

test('two entries that changed places are found', async () => {
  const trail = await aTrail()
  trail.raw.exec(`update audit_entry set number = case number when 2 then 902 when 3 then 903 else number end where authority_id = 'auental';
    update audit_entry set number = case number when 902 then 3 when 903 then 2 else number end where authority_id = 'auental'`)
  expect(await faultsIn(trail)).toEqual(expect.arrayContaining(['auental altered 2', 'auental altered 3']))
})

test('an entry that was replaced and sealed anew breaks the link of the next', async () => {
  const trail = await aTrail()
  const third = trail.raw.prepare("select * from audit_entry where authority_id = 'auental' and number = 3").get() as Parameters<typeof canonicalEntry>[0]
  const changed = { ...third, subject_id: 'harmless' }
  trail.raw
    .prepare("update audit_entry set subject_id = ?, hash = ? where authority_id = 'auental' and number = 3")
    .run(changed.subject_id, fingerprint(canonicalEntry(changed)))
  expect(await faultsIn(trail)).toEqual(['auental unlinked 4'])
})

test('a cut end and a trail written anew show against a noted head, and only there', async () => {
  const trail = await aTrail()
  const { heads } = await verifyAudit(trail.db)
  trail.raw.exec("delete from audit_entry where authority_id = 'auental' and number > 4")
  expect(await faultsIn(trail)).toEqual([])
  expect(await faultsIn(trail, heads)).toEqual(['auental head_gone 6'])
  const person = { authority_id: 'auental', person_id: null }
  for (const subject_id of ['other-1', 'other-2'])
    await trail.db
      .transaction()
      .execute((tx) => appendAudit(tx, person, { verb: 'course_list_viewed', subject_kind: 'course', subject_id, detail: { unit: null } }, { now: NOW }))
  expect(await faultsIn(trail)).toEqual([])
  expect(await faultsIn(trail, heads)).toEqual(['auental head_differs 6'])
  expect(await faultsIn(trail, [{ authority_id: 'nowhere', number: 3, hash: 'x' }])).toEqual(['nowhere head_gone 3'])
})

test('more entries than are read at once are followed as one chain', async () => {
  const trail = await aTrail()
  await trail.db.transaction().execute(async (tx) => {
    for (let index = 0; index < 1100; index++)
      await appendAudit(
        tx,
        { authority_id: 'auental', person_id: null },
        { verb: 'course_list_viewed', subject_kind: 'course', subject_id: `c${index}`, detail: { unit: null } },
        { now: NOW },
      )
  })
  expect(await verifyAudit(trail.db)).toMatchObject({ entries: 1112, faults: [] })
  trail.raw.exec("delete from audit_entry where authority_id = 'auental' and number between 999 and 1001")
  expect(await faultsIn(trail)).toEqual(['auental missing 999-1001'])
})

test('the command says in plain words what it found, and ends with 1', { timeout: 60_000 }, async () => {
  const trail = await aTrail()
  const [whole, heads, usage, absent] = await Promise.all([
    run(trail.folder, 'verify'),
    run(trail.folder, 'head'),
    run(trail.folder, 'verify', 'a', 'b'),
    run(`${trail.folder}/empty`, 'verify'),
  ])
  expect(whole).toMatchObject({ code: 0, out: expect.stringContaining('In Ordnung: 12 Einträge') })
  expect(heads.out).toMatch(/^auental 6 [0-9a-f]{64}\nbrueckfeld 6 [0-9a-f]{64}\n$/)
  expect(usage).toMatchObject({ code: 1, out: expect.stringContaining('npm run audit --') })
  expect(absent).toMatchObject({ code: 1, out: expect.stringContaining('noch keine Datenbank') })
  const noted = join(trail.folder, 'endstand.txt')
  writeFileSync(noted, heads.out)
  writeFileSync(join(trail.folder, 'rubbish.txt'), 'nichts davon\n')
  trail.raw.exec(
    "update audit_entry set subject_id = 'x' where authority_id = 'auental' and number = 2; delete from audit_entry where authority_id = 'brueckfeld' and number = 6",
  )
  const [broken, rubbish] = await Promise.all([run(trail.folder, 'verify', noted), run(trail.folder, 'verify', join(trail.folder, 'rubbish.txt'))])
  expect(broken.code).toBe(1)
  expect(broken.out).toContain('Ausländerbehörde auental: Eintrag 2 wurde verändert oder umgestellt.')
  expect(broken.out).toContain('Ausländerbehörde brueckfeld: Der notierte Eintrag 6 ist nicht mehr da: Das Ende wurde abgeschnitten.')
  expect(rubbish).toMatchObject({ code: 1, out: expect.stringContaining('keine notierten Endstände') })
  for (const { out } of [whole, heads, usage, absent, broken, rubbish]) expect(out).not.toMatch(/^\s+at /m)
})
