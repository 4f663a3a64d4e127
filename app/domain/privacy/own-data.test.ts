import type { Insertable } from 'kysely'
import { expect, test } from 'vitest'
import type { Schema } from '#db/schema.ts'
import type { Db } from '#db/types.ts'
import { aCourse } from '#tests/support/course.ts'
import { actorOf, anAuthority, anOrgUnit, aPerson, freshDatabase, freshDb, LONG_AGO, published } from '#tests/support/database.ts'
import { countOwnData, readOwnData } from './own-data.server.ts'
import { givenColumns, OWN_TABLES, type OwnRow, type OwnTable, SECTIONS, whereabouts } from './own-data.ts'

const course = aCourse([])
type Person = Awaited<ReturnType<typeof aPerson>>
/** A table that is missing here does not compile. `person` is made before. */
type Rows = { readonly [T in Exclude<OwnTable, 'person'>]: Insertable<Schema[T]> }

let minute = 0
/** An instant that occurs nowhere else. */
const instant = () => `2026-03-01T${String(Math.floor(++minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00.000Z`

/** One row of everything, each value marked with `tag` or unlike any other where the database allows it. */
const rowsFor = ({ authority_id, person_id }: Person, tag: string, number: number, inviter: string): Rows => {
  const own = { authority_id, person_id }
  const place = { course_id: course.id, module_id: `module-${tag}`, item_id: `item-${tag}` }
  return {
    person_role: { ...own, role: 'hr', granted_at: instant() },
    invitation: {
      ...own,
      id: `inv-${tag}`,
      token_hash: `secret-token-${tag}`,
      created_by: inviter,
      created_at: instant(),
      expires_at: instant(),
      used_at: instant(),
    },
    session: { ...own, id_hash: `secret-session-${tag}`, id: `session-${tag}`, created_at: instant(), last_seen_at: instant(), device: `Firefox ${tag}` },
    held_form: { ...own, id_hash: `secret-form-${tag}`, path: `/path-${tag}`, body: JSON.stringify({ text: `typed-${tag}` }), created_at: instant() },
    learning_event: {
      ...own,
      id: `event-id-${tag}`,
      revision_id: course.revision,
      ...place,
      type: 'item_answered',
      payload: `{"done":true,"score":${number}1}`,
      occurred_at: instant(),
    },
    response: {
      ...own,
      id: `event-id-${tag}`,
      ...place,
      item_version: `version-${tag}`,
      answer: `{"kind":"single","option":"option-${tag}"}`,
      answered_at: instant(),
    },
    reflection: { ...own, ...place, text: `reflection-${tag}`, saved_at: instant() },
    item_state: {
      ...own,
      ...place,
      attempts: number,
      best_score: number + 1,
      last_score: number + 2,
      done_at: instant(),
      last_response_id: `event-id-${tag}`,
      answered_at: instant(),
      through_seq: 1,
    },
    module_state: {
      ...own,
      course_id: course.id,
      module_id: `module-${tag}`,
      opened_at: instant(),
      last_active_at: instant(),
      last_item_id: `last-item-${tag}`,
      completed_at: instant(),
      through_seq: 1,
    },
    course_state: {
      ...own,
      course_id: course.id,
      started_at: instant(),
      last_active_at: instant(),
      last_module_id: `last-module-${tag}`,
      completed_at: instant(),
      completed_revision_id: course.revision,
      completed_score: number + 3,
      transfer_status: 'tried',
      through_seq: 1,
    },
    certificate: {
      ...own,
      ...{ id: `certificate-${tag}`, course_id: course.id, revision_id: course.revision, cycle: number, code: `CODE-${tag}`, code_hash: `secret-code-${tag}` },
      ...{
        holder_name: `Holder ${tag}`,
        authority_name: `Authority ${tag}`,
        content: `{"minutes":${number}}`,
        completed_on: '2026-03-02',
        issued_at: instant(),
        valid_until: '2028-03-02',
      },
      ...{ replaces_id: null, revoked_at: instant(), revoked_reason: `revoked-${tag}` },
    },
    note: {
      ...own,
      id: `note-${tag}`,
      course_id: course.id,
      module_id: `module-${tag}`,
      block_id: `b-${tag}`,
      quote: `quote-${tag}`,
      language: 'en',
      text: `note-text-${tag}`,
      created_at: instant(),
      saved_at: instant(),
    },
    item_flag: { ...own, id: `flag-${tag}`, ...place, item_version: `version-${tag}`, reason: 'outdated', comment: `comment-${tag}`, raised_at: instant() },
    audit_entry: {
      ...{ authority_id, number, actor_id: inviter, verb: 'certificate_revoked', subject_kind: 'certificate', subject_id: `certificate-${tag}`, person_id },
      ...{ detail: `{"course":"course-${tag}"}`, reason: `reason-${tag}`, occurred_at: instant(), previous_hash: 'secret-hash', hash: `secret-hash-${tag}` },
    },
  }
}

const insertAll = async (db: Db, rows: Rows) => {
  for (const [table, row] of Object.entries(rows))
    await db
      .insertInto(table as 'note')
      .values(row as Rows['note'])
      .execute()
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
  await insertAll(db, rows)
  await insertAll(db, rowsFor(colleague, 'colleague', 2, boss.person_id))
  await insertAll(db, rowsFor(stranger, 'stranger', 1, stranger.person_id))
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
    { ...act, detail: { course: 'course-mine' } },
    { ...act, detail: { course: 'course-colleague' } },
  ])
  for (const mark of ['certificate-mine', 'reason-mine', 'Mirjam', 'Kessler', 'olaf@', 'mirjam@', 'CODE-']) expect(text).not.toContain(mark)
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
