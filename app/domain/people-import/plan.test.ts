import { expect, test } from 'vitest'
import { de } from '#app/i18n/de.ts'
import { en } from '#app/i18n/en.ts'
import { ROLE_PROFILES } from '../organisation/roles.ts'
import { guessColumns, headingsOf, IMPORT_FIELDS, type ImportChoices, missingFields, sharedFields } from './columns.ts'
import { isClean, isIdle, type Known, type KnownPerson, planImport } from './plan.ts'
import { readPeopleFile } from './read-file.ts'
import { isActive, profileOf } from './words.ts'

const person = (id: string, facts: Partial<KnownPerson> = {}): KnownPerson => ({
  ...{ id, email: `${id}@auental.example`, email_norm: `${id}@auental.example`, given_name: 'Elif', family_name: 'Aydın' },
  ...{ org_unit_id: 'unit-a', role_profile: 'case_work', deactivated: false, administers: false },
  ...facts,
})
const known = (...people: readonly KnownPerson[]): Known => ({
  ...{ self: 'self', taken: new Set(['fremd@anderswo.example']) },
  people: [person('self', { administers: true }), ...people],
  units: [
    { id: 'unit-a', name: 'Aufenthalt A–K' },
    { id: 'unit-b', name: 'Infopunkt' },
  ],
})
const HEAD = 'Vorname;Nachname;E-Mail;Team;Aufgabe;Status'
const plan = (lines: readonly string[], against: Known, choices: Partial<ImportChoices> = {}) => {
  const file = readPeopleFile(Buffer.from([HEAD, ...lines].join('\r\n')))
  if (typeof file === 'string') throw new Error(file)
  return planImport(file, { columns: guessColumns(file.headings, undefined), deactivate_missing: false, create_units: false, ...choices }, against)
}
const first = (line: string, against: Known = known(), choices: Partial<ImportChoices> = {}) =>
  plan([line], against, choices).rows.find(({ number }) => number === 2)

test('a new address is created; without a task it is case work', () => {
  expect(first('Bo;Öz;bo@auental.example;Infopunkt')).toMatchObject({
    kind: 'create',
    given_name: 'Bo',
    target: { org_unit: 'Infopunkt', role_profile: 'case_work' },
  })
  expect(first('Bo;Öz;bo@auental.example;Infopunkt;Teamleitung')).toMatchObject({ target: { role_profile: 'team_lead' } })
})

test('a known address is updated, moved, or left alone', () => {
  const against = known(person('elif'))
  expect(first('Elif;Aydın;ELIF@auental.example;aufenthalt  a–k', against)).toMatchObject({ kind: 'unchanged', changes: [], note: null })
  expect(first('Elif;Kaya;elif@auental.example;Aufenthalt A–K;Ausbildung', against)).toMatchObject({
    kind: 'update',
    changes: [
      { field: 'family_name', from: 'Aydın', to: 'Kaya' },
      { field: 'role_profile', from: 'case_work', to: 'trainee' },
    ],
  })
  expect(first('Elif;Aydın;elif@auental.example;Infopunkt', against)).toMatchObject({
    kind: 'move',
    changes: [{ field: 'org_unit', from: 'Aufenthalt A–K', to: 'Infopunkt' }],
  })
})

test('the status closes and opens; a closed account opens only when the file says so; leavers who were never here are no matter', () => {
  const against = known(person('elif'), person('zoe', { deactivated: true }))
  expect(first(';;elif@auental.example;Gibt es nicht;;inaktiv', against)).toMatchObject({ kind: 'deactivate', person_id: 'elif', family_name: 'Aydın' })
  expect(first('Elif;Aydın;zoe@auental.example;Aufenthalt A–K;;aktiv', against)).toMatchObject({ kind: 'reactivate' })
  expect(first('Elif;Aydın;zoe@auental.example;Aufenthalt A–K;;', against)).toMatchObject({ kind: 'unchanged', note: 'stays_closed' })
  expect(first('Elif;Kaya;zoe@auental.example;Aufenthalt A–K;;', against)).toMatchObject({ kind: 'update', note: 'stays_closed' })
  expect(first('Elif;Aydın;zoe@auental.example;Aufenthalt A–K;;nein', against)).toMatchObject({ kind: 'unchanged' })
  expect(first('Bo;Öz;bo@auental.example;Infopunkt;;ausgeschieden', against)).toMatchObject({ kind: 'unchanged', note: 'never_here' })
})

test('those who are missing are closed only when that is wished, and never the administrator', () => {
  const against = known(person('elif'), person('zoe'), person('old', { deactivated: true }))
  const lines = ['Elif;Aydın;elif@auental.example;Aufenthalt A–K']
  expect(plan(lines, against)).toMatchObject({ missing: 1, self_missing: true, counts: { deactivate: 0 } })
  const closing = plan(lines, against, { deactivate_missing: true })
  expect(closing.counts).toMatchObject({ deactivate: 1, unchanged: 1 })
  expect(closing.rows[0]).toMatchObject({ kind: 'deactivate', person_id: 'zoe', number: null })
  expect(isClean(closing)).toBe(true)
})

test('a plan that leaves nobody to administer is not clean', () => {
  const against = { ...known(person('elif', { administers: true })), people: [person('self'), person('elif', { administers: true })] }
  const closing = plan([';;elif@auental.example;;;inaktiv'], against)
  expect(closing.last_admin).toBe(true)
  expect(isClean(closing)).toBe(false)
})

test.each([
  [';Öz;bo@auental.example;Infopunkt', 'given_name', 'missing', ''],
  ['Bo;;bo@auental.example;Infopunkt', 'family_name', 'missing', ''],
  ['Bo;Öz;;Infopunkt', 'email', 'missing', ''],
  ['Bo;Öz;bo@auental.example;', 'org_unit', 'missing', ''],
  ['Bo;Öz;bo(at)auental.example;Infopunkt', 'email', 'email', 'bo(at)auental.example'],
  [`Bo;Öz;${'b'.repeat(250)}@auental.example;Infopunkt`, 'email', 'too_long', 'b'.repeat(80)],
  [`${'B'.repeat(101)};Öz;bo@auental.example;Infopunkt`, 'given_name', 'too_long', 'B'.repeat(80)],
  ['B\u0007o;Öz;bo@auental.example;Infopunkt', 'given_name', 'signs', 'B�o'],
  ['Bo;\u202eÖz;bo@auental.example;Infopunkt', 'family_name', 'signs', '�Öz'],
  ['Bo;M�ller;bo@auental.example;Infopunkt', 'family_name', 'signs', 'M�ller'],
  ['Bo;Öz;bo@auental.example;Wache', 'org_unit', 'unit_unknown', 'Wache'],
  ['Bo;Öz;bo@auental.example;Infopunkt;Pförtner', 'role_profile', 'profile_unknown', 'Pförtner'],
  ['Bo;Öz;bo@auental.example;Infopunkt;;vielleicht', 'status', 'status_unknown', 'vielleicht'],
  ['Bo;Öz;Fremd@Anderswo.example;Infopunkt', 'email', 'email_taken', 'Fremd@Anderswo.example'],
  [';;self@auental.example;;;inaktiv', 'status', 'self', ''],
  ['Bo;Öz;bo@auental.example;Infopunkt;;;zu viel', null, 'cells', ''],
] as const)('%j is an error in %s: %s', (line, field, code, value) => {
  const row = first(line)
  expect(row).toMatchObject({ kind: 'error', number: 2, target: null })
  expect(row?.errors).toEqual([{ field, code, value, row: null }])
})

test('an address that stands twice is an error in the second row, which names the first', () => {
  const twice = plan(['Bo;Öz;bo@auental.example;Infopunkt', '', 'Bo;Öz;BO@auental.example;Infopunkt'], known())
  expect(twice.rows[0]).toMatchObject({ number: 4, errors: [{ field: 'email', code: 'duplicate', row: 2 }] })
  expect(isClean(twice)).toBe(false)
})

test('new units are set up once when that is wished, spelt as in the first row', () => {
  const made = plan(['A;B;a@auental.example;Neue  Wache', 'C;D;c@auental.example;neue wache', 'E;F;e@auental.example;Infopunkt'], known(), {
    create_units: true,
  })
  expect(made.new_units).toEqual(['Neue Wache'])
  expect(made.rows.map(({ target }) => target?.org_unit)).toEqual(['Neue Wache', 'Neue Wache', 'Infopunkt'])
})

test('errors stand first, then what closes accounts; nothing to do is told', () => {
  const against = known(person('elif'), person('zoe'))
  const mixed = plan(
    ['Bo;Öz;bo@auental.example;Infopunkt', 'Elif;Aydın;elif@auental.example;Infopunkt', 'x;y;z;Infopunkt', ';;zoe@auental.example;;;nein'],
    against,
  )
  expect(mixed.rows.map(({ kind, number }) => `${kind} ${number}`)).toEqual(['error 4', 'deactivate 5', 'create 2', 'move 3'])
  expect(isIdle(mixed)).toBe(false)
  expect(isIdle(plan(['Elif;Aydın;elif@auental.example;Aufenthalt A–K'], against))).toBe(true)
})

test('columns are guessed by German and English headings, as last time, and each once', () => {
  expect(guessColumns(['E-Mail-Adresse', 'Name', 'VORNAME', 'Org.-Einheit', 'Telefon'], undefined)).toEqual({
    email: 0,
    family_name: 1,
    given_name: 2,
    org_unit: 3,
  })
  expect(guessColumns(['First name', 'Last name', 'E-mail address', 'Department', 'Active'], undefined)).toEqual({
    ...{ given_name: 0, family_name: 1, email: 2, org_unit: 3, status: 4 },
  })
  const headings = ['Vorname', 'Name', 'Mail privat', 'E-Mail', 'Team', 'Status']
  const chosen = { given_name: 0, family_name: 1, email: 2, org_unit: 4 }
  expect(guessColumns(headings, headingsOf(headings, chosen))).toEqual(chosen)
  // The file before had no such column: nobody has left it out.
  const short = headings.slice(0, 5)
  expect(guessColumns([...headings, 'Aufgabe'], headingsOf(short, chosen))).toEqual({ ...chosen, status: 5, role_profile: 6 })
  expect(missingFields({ given_name: 0, email: 1 })).toEqual(['family_name', 'org_unit'])
  expect(sharedFields({ given_name: 0, family_name: 0, email: 1 })).toEqual(['family_name'])
})

test('every detail is found under the name it has in the product, in both languages', () => {
  for (const { peopleImport } of [de, en]) {
    const headings = IMPORT_FIELDS.map((field) => peopleImport.field[field])
    expect(guessColumns(headings, undefined)).toEqual(Object.fromEntries(IMPORT_FIELDS.map((field, at) => [field, at])))
  }
})

test('a file may use the words of the product in both languages, and its ids', () => {
  for (const id of ROLE_PROFILES)
    for (const word of [id, de.admin.roleProfile[id], en.admin.roleProfile[id], de.admin.roleProfile[id].toUpperCase()]) expect(profileOf(word), word).toBe(id)
  for (const { admin } of [de, en]) expect([isActive(admin.status.active), isActive(admin.status.deactivated)]).toEqual([true, false])
  expect(['hr', 'admin', 'Personalentwicklung', 'toString', '__proto__'].map(profileOf)).toEqual(Array(5).fill(undefined))
})
