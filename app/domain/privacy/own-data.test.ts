import { expect, test } from 'vitest'
import type { ColumnFacts } from '#db/data-facts.ts'
import { dataMap } from '#db/data-map.ts'
import type { Db } from '#db/types.ts'
import { aCourse } from '#tests/support/course.ts'
import { actorOf, anAuthority, anOrgUnit, aPerson, freshDatabase, freshDb, LONG_AGO, published } from '#tests/support/database.ts'
import { insertRows, type Marking, rowsOfEverything, type RowsOfEverything } from '#tests/support/one-of-everything.ts'
import { countOwnData, readOwnData } from './own-data.server.ts'
import { givenColumns, OWN_TABLES, type OwnRow, type OwnTable, SECTIONS, whereabouts } from './own-data.ts'

const course = aCourse([])
type Person = Awaited<ReturnType<typeof aPerson>>
let minute = 0
let figures = 0
/** An instant that occurs nowhere else. */
const instant = () => `2026-03-01T${String(Math.floor(++minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00.000Z`

/** Values that say which column of whose row they are of; what no export may carry says so. */
const marksOf = (tag: string, number: number): Marking => ({
  word: (column) => {
    const [table = '', name = ''] = column.split('.')
    const facts = (dataMap as Readonly<Record<string, Readonly<Record<string, ColumnFacts>>>>)[table]?.[name]
    return `${facts?.exported_as === null ? 'secret-' : ''}${table}-${name}-${tag}`
  },
  instant,
  day: (column) => (column === 'certificate.valid_until' ? '2028-03-02' : '2026-03-02'),
  figure: () => number * 100 + ++figures,
})

/** One row of everything, each value marked with `tag` or unlike any other where the database allows it. */
const rowsFor = (person: Person, tag: string, number: number, inviter: string): RowsOfEverything => {
  const spot = { course_id: course.id, revision_id: course.revision, module_id: `module-${tag}`, item_id: `item-${tag}`, item_version: `version-${tag}` }
  return rowsOfEverything(person, { mark: marksOf(tag, number), at: () => spot, inviter, actor: inviter, number })
}

/** Everything the person gets, by table. */
const exportOf = async (db: Db, person: Person) => {
  const about: Partial<Record<OwnTable, OwnRow[]>> = {}
  const acted: Partial<Record<OwnTable, OwnRow[]>> = {}
  for await (const { table, why, rows } of readOwnData(db, actorOf(person))) {
    const all = why === 'about' ? about : acted
    all[table] = [...(all[table] ?? []), ...rows]
  }
  return { about, acted, text: JSON.stringify({ about, acted }) }
}

/** Two people of one authority and one of another, each with a row in every table; the first two were invited by a colleague. */
const furnished = async () => {
  const db = await freshDb()
  await published(db, course)
  const { id: authority_id } = await anAuthority(db)
  const unit = await anOrgUnit(db, { authority_id, name: 'Team Mitte' })
  const boss = await aPerson(db, { authority_id, given_name: 'Gregor', family_name: 'Hainbuch', email: 'chef@auental.example' })
  const facts = { authority_id, org_unit_id: unit.id }
  const mine = await aPerson(db, {
    ...facts,
    given_name: 'Mirjam',
    family_name: 'Kessler',
    email: 'mirjam@auental.example',
    language: 'en',
    password_hash: 'secret-password',
  })
  const colleague = await aPerson(db, { ...facts, given_name: 'Olaf', family_name: 'Other', email: 'olaf@auental.example' })
  const stranger = await aPerson(db, { given_name: 'Fremde', family_name: 'Frau' })
  const rows = rowsFor(mine, 'mine', 1, boss.person_id)
  await insertRows(db, rows)
  await insertRows(db, rowsFor(colleague, 'colleague', 2, boss.person_id))
  await insertRows(db, rowsFor(stranger, 'stranger', 1, stranger.person_id))
  return { db, mine, boss, colleague, stranger, rows }
}

test('every column that the data map gives out is in the export with its value, from every table', async () => {
  const { db, mine, rows } = await furnished()
  const { about } = await exportOf(db, mine)
  const person = await db
    .selectFrom('person')
    .selectAll()
    .where('authority_id', '=', mine.authority_id)
    .where('id', '=', mine.person_id)
    .executeTakeFirstOrThrow()
  for (const table of OWN_TABLES) {
    const stored: Readonly<Record<string, unknown>> = { ...(table === 'person' ? person : rows[table]) }
    const place: object = whereabouts[table]
    const json: readonly unknown[] = 'json' in place && Array.isArray(place.json) ? place.json : []
    const named: Readonly<Record<string, string>> = { org_unit: 'Team Mitte', created_by: 'Gregor Hainbuch', actor: 'Gregor Hainbuch' }
    const expected = givenColumns(table).map(({ column, name }) => [
      name,
      named[name] ?? (json.includes(column) ? JSON.parse(String(stored[column])) : stored[column]),
    ])
    expect(about[table], table).toEqual([Object.fromEntries(expected)])
    expect(expected.length, table).toBeGreaterThan(1)
  }
  expect(Object.keys(about).sort()).toEqual([...OWN_TABLES].sort())
})

test('nothing of a colleague or of another authority is in it, and no secret', async () => {
  const { db, mine, boss, colleague, stranger } = await furnished()
  const { text } = await exportOf(db, mine)
  for (const mark of [
    'colleague',
    'stranger',
    'secret',
    'olaf@',
    'Olaf',
    'Fremde',
    'chef@',
    boss.person_id,
    colleague.person_id,
    stranger.person_id,
    stranger.authority_id,
  ])
    expect(text).not.toContain(mark)
})

test('own acts on others are given out without whom they were about and what became of it', async () => {
  const { db, boss } = await furnished()
  const { about, acted, text } = await exportOf(db, boss)
  expect(about.invitation).toEqual([])
  expect(acted.invitation).toEqual([{ created_at: expect.any(String) }, { created_at: expect.any(String) }])
  const act = { verb: 'certificate_revoked', subject_kind: 'certificate', subject: null, occurred_at: expect.any(String) }
  expect(acted.audit_entry).toEqual([
    { ...act, detail: { course: course.id } },
    { ...act, detail: { course: course.id } },
  ])
  for (const mark of [
    'certificate-id-mine',
    'audit_entry-subject_id-mine',
    'audit_entry-reason-mine',
    'Mirjam',
    'Kessler',
    'olaf@',
    'mirjam@',
    'certificate-code-',
  ])
    expect(text).not.toContain(mark)
})

test('the page counts what the file holds and knows the newest of it', async () => {
  const { db, mine, boss } = await furnished()
  const { about } = await exportOf(db, mine)
  for (const { table, rows, newest } of await countOwnData(db, actorOf(mine))) {
    expect(rows, table).toBe(about[table]?.length)
    expect(newest, table).toMatch(table === 'person' ? LONG_AGO : /^2026-03-01T/)
  }
  expect((await countOwnData(db, actorOf(boss))).filter(({ rows }) => rows > 0).map(({ table }) => table)).toEqual(['person'])
})

test('tens of thousands of rows come in pieces, each once and in order', async () => {
  const { db, raw } = await freshDatabase()
  await published(db, course)
  const mine = await aPerson(db)
  const colleague = await aPerson(db, { authority_id: mine.authority_id })
  const fill = raw.prepare(`with recursive n(i) as (select 1 union all select i + 1 from n where i < @count)
    insert into learning_event (authority_id, id, person_id, course_id, revision_id, module_id, item_id, type, payload, occurred_at)
    select @authority_id, @person_id || '-event-' || i, @person_id, @course, @revision, 'm' || i, null, 'module_opened', '{}', @now from n`)
  for (const [person, count] of [
    [mine, 50_000],
    [colleague, 700],
  ] as const)
    fill.run({ authority_id: person.authority_id, person_id: person.person_id, count, course: course.id, revision: course.revision, now: LONG_AGO })
  const modules: unknown[] = []
  let largest = 0
  for await (const { table, rows } of readOwnData(db, actorOf(mine))) {
    largest = Math.max(largest, rows.length)
    if (table === 'learning_event') modules.push(...rows.map(({ module }) => module))
  }
  expect(modules).toEqual(Array.from({ length: 50_000 }, (_, index) => `m${index + 1}`))
  expect(largest).toBeLessThanOrEqual(1000)
})

test('rows that share the first keys of their order are neither left out nor doubled at the edge of a piece', async () => {
  const { db } = await freshDatabase()
  await published(db, course)
  const mine = await aPerson(db)
  const place = { authority_id: mine.authority_id, person_id: mine.person_id, course_id: course.id }
  const notes = Array.from({ length: 1203 }, (_, index) => ({
    ...place,
    id: `n${String((index * 7919) % 1203).padStart(5, '0')}`,
    module_id: index % 3 === 0 ? 'a' : 'b',
    block_id: 'b',
    quote: '',
    language: 'de' as const,
    text: `t${index}`,
    created_at: LONG_AGO,
    saved_at: LONG_AGO,
  }))
  for (let from = 0; from < notes.length; from += 200)
    await db
      .insertInto('note')
      .values(notes.slice(from, from + 200))
      .execute()
  const { about } = await exportOf(db, mine)
  expect(new Set(about.note?.map(({ text }) => text)).size).toBe(1203)
  expect(about.note).toHaveLength(1203)
})

test('the sections name every table once, in the order of the file', () => {
  expect(Object.values(SECTIONS).flat()).toEqual(OWN_TABLES)
})

test('a person whose rows end exactly with a piece gets each table once', async () => {
  const { db, raw } = await freshDatabase()
  await published(db, course)
  const mine = await aPerson(db)
  raw
    .prepare(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000)
    insert into note (authority_id, id, person_id, course_id, module_id, block_id, quote, language, text, created_at, saved_at)
    select ?, 'n' || printf('%05d', i), ?, ?, 'm', 'b', '', 'de', 't', ?, ? from n`)
    .run(mine.authority_id, mine.person_id, course.id, LONG_AGO, LONG_AGO)
  expect((await exportOf(db, mine)).about.note).toHaveLength(1000)
})
