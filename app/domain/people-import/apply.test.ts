import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Db } from '#db/types.ts'
import { actorOf, anAuthority, anOrgUnit, aPerson, freshDatabase, freshDb } from '#tests/support/database.ts'
import { everyRow } from '#tests/support/rows.ts'
import { startSession } from '../identity/start-session.server.ts'
import { NotFound } from '../refusals.ts'
import { applyImport, planFingerprint } from './apply-import.server.ts'
import { chooseColumns } from './choose-columns.server.ts'
import type { ImportChoices } from './columns.ts'
import { discardImport } from './discard-import.server.ts'
import { type ImportPlan, isIdle, planImport } from './plan.ts'
import { countWithoutPassword, findAppliedImport, findImport, findRememberedHeadings, getKnown } from './queries.server.ts'
import { readPeopleFile } from './read-file.ts'
import { uploadPeople } from './upload-people.server.ts'

const NOW = '2026-11-23T09:00:00.000Z'
const LATER = '2026-11-23T10:00:00.000Z'
const HEAD = 'Vorname;Nachname;E-Mail;Einheit;Aufgabe;Status'

const setUp = async (db: Db) => {
  const { id: authority_id } = await anAuthority(db)
  const unit = await anOrgUnit(db, { authority_id, name: 'Infopunkt' })
  const here = { authority_id, org_unit_id: unit.id }
  const made = await aPerson(db, { ...here, email: 'chef@auental.example', roles: ['admin', 'hr'], password_hash: 'set' })
  return { authority_id, unit, here, admin: { ...made, actor: actorOf(made, 'admin') } }
}
type Admin = Awaited<ReturnType<typeof setUp>>['admin']

const upload = async (db: Db, { actor }: Admin, lines: readonly string[], choices: Partial<ImportChoices> = {}) => {
  const bytes = Buffer.from([HEAD, ...lines].join('\r\n'))
  const file = readPeopleFile(bytes)
  if (typeof file === 'string') throw new Error(file)
  return db.transaction().execute(async (tx) => {
    const subject = await uploadPeople(tx, actor, { file_name: 'liste.csv', bytes, file }, { now: NOW })
    const waiting = await findImport(tx, actor, subject.import_id, { now: NOW })
    if (waiting === undefined || waiting === 'expired') throw new Error('the file was just kept')
    await chooseColumns(tx, actor, subject, { ...waiting.choices, ...choices }, { now: NOW })
    return subject.import_id
  })
}
const dryRun = async (db: Db, { actor }: Admin, id: string): Promise<ImportPlan> => {
  const waiting = await findImport(db, actor, id, { now: NOW })
  if (waiting === undefined || waiting === 'expired') throw new Error('no file')
  return planImport(waiting.file, waiting.choices, await getKnown(db, actor, waiting.file, waiting.choices.columns))
}
const apply = (db: Db, { actor }: Admin, id: string, seen: string, now = NOW) =>
  db.transaction().execute((tx) => applyImport(tx, actor, { import_id: id }, { seen, now }))
const everything = async (db: Db) => ({ ...(await everyRow(db)) })

test('a file creates, moves, closes and opens accounts, gives no role, and leaves one trace', async () => {
  const db = await freshDb()
  const { authority_id, here, admin } = await setUp(db)
  const elif = await aPerson(db, { ...here, email: 'elif@auental.example', roles: ['lead'], password_hash: 'set' })
  const old = await aPerson(db, { ...here, email: 'old@auental.example', deactivated_at: NOW })
  await db.transaction().execute((tx) => startSession(tx, elif, { device: 'x', replaces: undefined, now: NOW }))
  const id = await upload(
    db,
    admin,
    ['Bo;Öz;Bo.Oez@auental.example;Neue Wache;Infothek;aktiv', 'Old;Neu;old@auental.example;Infopunkt;;aktiv', ';;elif@auental.example;;;inaktiv'],
    { create_units: true },
  )
  expect(await apply(db, admin, id, planFingerprint(await dryRun(db, admin, id)))).toBe('done')
  const people = await db.selectFrom('person').selectAll().where('authority_id', '=', authority_id).orderBy('email_norm').execute()
  expect(
    people.map(({ email, given_name, deactivated_at, password_hash, role_profile }) => [email, given_name, deactivated_at, password_hash, role_profile]),
  ).toEqual([
    ['Bo.Oez@auental.example', 'Bo', null, null, 'front_desk'],
    ['chef@auental.example', 'Alma', null, 'set', 'case_work'],
    ['elif@auental.example', 'Alma', NOW, 'set', 'case_work'],
    ['old@auental.example', 'Old', null, null, 'case_work'],
  ])
  const wache = await db.selectFrom('org_unit').selectAll().where('authority_id', '=', authority_id).where('name', '=', 'Neue Wache').executeTakeFirstOrThrow()
  expect([people[0]?.org_unit_id, wache.position]).toEqual([wache.id, 2])
  const roles = await db.selectFrom('person_role').select(['person_id', 'role']).where('authority_id', '=', authority_id).orderBy('role').execute()
  expect(roles).toEqual([
    { person_id: admin.person_id, role: 'admin' },
    { person_id: admin.person_id, role: 'hr' },
    { person_id: elif.person_id, role: 'lead' },
  ])
  for (const table of ['session', 'invitation', 'people_import'] as const)
    expect(await db.selectFrom(table).select('id').where('authority_id', '=', authority_id).execute(), table).toEqual([])
  const trail = await db.selectFrom('audit_entry').selectAll().where('authority_id', '=', authority_id).execute()
  expect(trail).toHaveLength(1)
  expect(trail[0]).toMatchObject({ verb: 'people_imported', actor_id: admin.person_id, person_id: null, subject_id: authority_id })
  expect(JSON.parse(trail[0]?.detail ?? '')).toEqual({ import: id, created: 1, updated: 0, moved: 0, deactivated: 1, reactivated: 1, units: 1 })
  expect(await countWithoutPassword(db, admin.actor)).toBe(2)
  expect(old.person_id).toBe(people[3]?.id)
})

test('a second click finds it done; another file is not there', async () => {
  const db = await freshDb()
  const { admin } = await setUp(db)
  const id = await upload(db, admin, ['Bo;Öz;bo@auental.example;Infopunkt'])
  const seen = planFingerprint(await dryRun(db, admin, id))
  expect(await Promise.all([apply(db, admin, id, seen), apply(db, admin, id, seen)])).toEqual(['done', 'already'])
  expect((await findAppliedImport(db, admin.actor))?.counts).toMatchObject({ created: 1 })
  await expect(apply(db, admin, 'nicht-da', seen)).rejects.toThrow(NotFound)
})

test('what changed since the dry run is shown again instead of applied, and so are errors and empty plans', async () => {
  const db = await freshDb()
  const { here, admin } = await setUp(db)
  const lines = ['Bo;Öz;bo@auental.example;Infopunkt']
  const id = await upload(db, admin, lines)
  const seen = planFingerprint(await dryRun(db, admin, id))
  const meanwhile = await aPerson(db, { ...here, email: 'bo@auental.example', given_name: 'Bo', family_name: 'Öz' })
  const before = await everything(db)
  expect(await apply(db, admin, id, seen)).toBe('changed')
  const idle = await dryRun(db, admin, id)
  expect(isIdle(idle)).toBe(true)
  expect(await apply(db, admin, id, planFingerprint(idle))).toBe('changed')
  expect(await everything(db)).toEqual(before)
  const broken = await upload(db, admin, [...lines, 'x;y;z;Infopunkt'])
  expect(await apply(db, admin, broken, planFingerprint(await dryRun(db, admin, broken)))).toBe('changed')
  expect(meanwhile.person_id).not.toBe('')
})

test('a file that breaks in the middle changes nothing at all, and waits on', async () => {
  const { db, raw } = await freshDatabase()
  const { here, admin } = await setUp(db)
  await aPerson(db, { ...here, email: 'elif@auental.example' })
  const id = await upload(db, admin, ['Bo;Öz;bo@auental.example;Wache', 'Elif;Neu;elif@auental.example;Wache'], { create_units: true })
  const seen = planFingerprint(await dryRun(db, admin, id))
  raw.exec(`create trigger broken before update on person when new.family_name = 'Neu' begin select raise(abort, 'broken'); end`)
  const before = await everything(db)
  await expect(apply(db, admin, id, seen)).rejects.toThrow('broken')
  expect(await everything(db)).toEqual(before)
  raw.exec('drop trigger broken')
  expect(await apply(db, admin, id, seen)).toBe('done')
})

test('nobody else reads, chooses, applies or discards the file: no colleague, no other authority', async () => {
  const db = await freshDb()
  const { here, admin } = await setUp(db)
  const colleague = actorOf(await aPerson(db, { ...here, roles: ['admin'], password_hash: 'set' }), 'admin')
  const stranger = actorOf(await aPerson(db, { roles: ['admin'] }), 'admin')
  const id = await upload(db, admin, ['Bo;Öz;bo@auental.example;Infopunkt'])
  const seen = planFingerprint(await dryRun(db, admin, id))
  const choices = { columns: { given_name: 0, family_name: 1, email: 2, org_unit: 3 }, create_units: false, deactivate_missing: true }
  const before = await everything(db)
  for (const actor of [colleague, stranger]) {
    const write = (work: Parameters<ReturnType<Db['transaction']>['execute']>[0]) => db.transaction().execute(work)
    expect(await findImport(db, actor, id, { now: NOW })).toBeUndefined()
    await expect(write((tx) => chooseColumns(tx, actor, { import_id: id }, choices, { now: NOW }))).rejects.toThrow(NotFound)
    await expect(write((tx) => discardImport(tx, actor, { import_id: id }))).rejects.toThrow(NotFound)
    await expect(write((tx) => applyImport(tx, actor, { import_id: id }, { seen, now: NOW }))).rejects.toThrow(NotFound)
  }
  expect(await everything(db)).toEqual(before)
})

test('after an hour the file is refused, and the next one removes it', async () => {
  const db = await freshDb()
  const { here, admin } = await setUp(db)
  const made = await aPerson(db, { ...here, roles: ['admin'], password_hash: 'set' })
  const colleague = { ...made, actor: actorOf(made, 'admin') }
  const id = await upload(db, admin, ['Bo;Öz;bo@auental.example;Infopunkt'])
  const seen = planFingerprint(await dryRun(db, admin, id))
  expect(await findImport(db, admin.actor, id, { now: '2026-11-23T09:59:59.999Z' })).toMatchObject({ file_name: 'liste.csv', expires_at: LATER })
  expect(await findImport(db, admin.actor, id, { now: LATER })).toBe('expired')
  expect(await apply(db, admin, id, seen, LATER)).toBe('expired')
  const bytes = Buffer.from(`${HEAD}\nBo;Öz;bo@auental.example;Infopunkt`)
  const file = readPeopleFile(bytes)
  if (typeof file === 'string') throw new Error(file)
  await db.transaction().execute((tx) => uploadPeople(tx, colleague.actor, { file_name: '', bytes, file }, { now: LATER }))
  const left = await db.selectFrom('people_import').select('person_id').where('authority_id', '=', admin.authority_id).execute()
  expect(left).toEqual([{ person_id: colleague.person_id }])
})

test('headings are remembered for the authority, and columns that do not fit are refused', async () => {
  const db = await freshDb()
  const { admin } = await setUp(db)
  const id = await upload(db, admin, ['Bo;Öz;bo@auental.example;Infopunkt'])
  const choose = (columns: ImportChoices['columns']) =>
    db
      .transaction()
      .execute((tx) => chooseColumns(tx, admin.actor, { import_id: id }, { columns, create_units: false, deactivate_missing: false }, { now: NOW }))
  expect(await choose({ given_name: 0, family_name: 1, email: 2 })).toBe('missing')
  expect(await choose({ given_name: 0, family_name: 0, email: 2, org_unit: 3 })).toBe('shared')
  await expect(choose({ given_name: 0, family_name: 1, email: 2, org_unit: 99 })).rejects.toThrow(NotFound)
  expect(await choose({ given_name: 1, family_name: 0, email: 2, org_unit: 3 })).toBe('done')
  expect(await findRememberedHeadings(db, admin.actor)).toMatchObject({ headings: { given_name: 'Nachname', family_name: 'Vorname', status: null } })
  const stranger = actorOf(await aPerson(db, { roles: ['admin'] }), 'admin')
  expect(await findRememberedHeadings(db, stranger)).toBeUndefined()
})

const NAMES = ['bo', 'elif', 'zoe', 'old', 'ZOE', 'ida', 'BO', 'Old', 'max', 'chef']
const aLine = fc
  .record({
    given: fc.constantFrom('Bo', 'Zoe\u0308', ' Elif  Su ', 'Łukasz', '=1+1'),
    family: fc.constantFrom('Öz', 'Müller', "O'Neill", '@x', 'de  la Cruz'),
    email: fc.constantFrom(...NAMES).map((name) => `${name}@auental.example`),
    unit: fc.constantFrom('Infopunkt', 'infopunkt', 'Wache', ' WACHE', 'Neu A', 'neu  a'),
    profile: fc.constantFrom('', 'Leitung', 'Azubi', 'case_work'),
    status: fc.constantFrom('', 'aktiv', 'inaktiv'),
  })
  .map(({ given, family, email, unit, profile, status }) => [given, family, email, unit, profile, status].join(';'))

test('whatever a file says: once applied, the same file changes nothing', async () => {
  let done = 0
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(aLine, { minLength: 1, maxLength: 6, selector: (line) => line.split(';')[2]?.toLowerCase() }),
      fc.boolean(),
      async (lines, deactivate_missing) => {
        const db = await freshDb()
        const { here, authority_id, admin } = await setUp(db)
        const wache = await anOrgUnit(db, { authority_id, name: 'Wache' })
        await aPerson(db, { ...here, org_unit_id: wache.id, email: 'elif@auental.example', given_name: 'Elif  Su', family_name: 'Öz' })
        await aPerson(db, { ...here, email: 'zoe@auental.example', given_name: 'Zoe\u0308' })
        await aPerson(db, { ...here, email: 'old@auental.example', deactivated_at: NOW })
        const choices = { create_units: true, deactivate_missing }
        const id = await upload(db, admin, lines, choices)
        const plan = await dryRun(db, admin, id)
        const applied = await apply(db, admin, id, planFingerprint(plan))
        expect(applied).toBe(plan.counts.error > 0 || isIdle(plan) ? 'changed' : 'done')
        if (applied === 'changed') return
        done += 1
        const again = await dryRun(db, admin, await upload(db, admin, lines, choices))
        expect(again.counts.error).toBe(0)
        expect(again.rows.filter(({ kind }) => kind !== 'unchanged')).toEqual([])
        expect(again.new_units).toEqual([])
      },
    ),
    { numRuns: 60 },
  )
  expect(done).toBeGreaterThan(20)
})

test('20,000 people are created and closed in one go, a thousand moved', async () => {
  const db = await freshDb()
  const { admin, authority_id } = await setUp(db)
  const lines = (count: number, unit: string, status: string) =>
    Array.from({ length: count }, (_, at) => `Vorname${at};Nachname;p${at}@auental.example;${unit};;${status}`)
  for (const [unit, status, kind, many] of [
    ['Infopunkt', '', 'create', 20_000],
    ['Wache', '', 'move', 1_000],
    ['Wache', 'inaktiv', 'deactivate', 20_000],
  ] as const) {
    const id = await upload(db, admin, lines(many, unit, status), { create_units: true })
    const plan = await dryRun(db, admin, id)
    expect(plan.counts[kind]).toBe(many)
    expect(await apply(db, admin, id, planFingerprint(plan)), kind).toBe('done')
  }
  const open = await db.selectFrom('person').select('email').where('authority_id', '=', authority_id).where('deactivated_at', 'is', null).execute()
  expect(open).toEqual([{ email: 'chef@auental.example' }])
}, 120_000)
