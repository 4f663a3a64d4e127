import { expect, test } from 'vitest'
import { addDays } from '#app/platform/calendar.ts'
import { actorOf, anAuthority, anOrgUnit, aPerson, freshDatabase, freshDb } from '#tests/support/database.ts'
import type { OpenDatabase } from '#db/client.server.ts'
import type { Db, Tx } from '#db/types.ts'
import { createInvitation } from '../identity/create-invitation.server.ts'
import { changePerson } from '../organisation/change-person.server.ts'
import { createPerson } from '../organisation/create-person.server.ts'
import { deactivatePerson } from '../organisation/deactivate-person.server.ts'
import { reactivatePerson } from '../organisation/reactivate-person.server.ts'
import { Forbidden } from '../refusals.ts'
import { appendAudit } from './append-audit.server.ts'
import { AUDIT_VERBS, ROLE_OF } from './audit.ts'
import { type TrailReader, type TrailSearch, trailProblems, trailSearch, verbsFor } from './search-trail.ts'
import { searchTrail } from './search-trail.server.ts'
import { verifyAudit } from './verify-audit.server.ts'

const NOW = '2026-11-22T09:30:00.000Z'
const ANY: TrailSearch = { verb: '', from: '', to: '', actor: '', person: '', page: 1 }

/** An authority with an administrator (Gregor Zander), HR (Beate Tillmann) and one person (Mirjam Kessler). */
const anOffice = async (db: Db) => {
  const authority_id = (await anAuthority(db)).id
  const unit = await anOrgUnit(db, { authority_id, name: 'Team Mitte' })
  const here = { authority_id, org_unit_id: unit.id }
  const admin = await aPerson(db, { ...here, roles: ['admin'], given_name: 'Gregor', family_name: 'Zander', password_hash: 'set' })
  const hr = await aPerson(db, { ...here, roles: ['hr'], given_name: 'Beate', family_name: 'Tillmann' })
  const mirjam = await aPerson(db, { ...here, given_name: 'Mirjam', family_name: 'Kessler' })
  const as = { admin: actorOf(admin, 'admin'), hr: actorOf(hr, 'hr') }
  const write = <T>(work: (tx: Tx) => Promise<T>) => db.transaction().execute(work)
  const rows = () => db.selectFrom('audit_entry').selectAll().where('authority_id', '=', authority_id).orderBy('number').execute()
  const revoked = { verb: 'certificate_revoked', subject_kind: 'certificate', subject_id: 'c', detail: { course: 'course-1' }, reason: 'Doppelt' } as const
  return {
    ...{ authority_id, unit, admin, hr, mirjam, as, write, rows },
    revoke: (person_id = mirjam.person_id, now = NOW) => write((tx) => appendAudit(tx, as.hr, { ...revoked, person_id }, { now })),
    close: () => write((tx) => deactivatePerson(tx, as.admin, mirjam, { now: NOW })),
    find: (reader: TrailReader, search: Partial<TrailSearch> = {}) => searchTrail(db, as[reader], reader, { ...ANY, ...search }),
  }
}
type Office = Awaited<ReturnType<typeof anOffice>>
const FACTS = { given_name: 'Mirjam', family_name: 'Kessler', role_profile: 'case_work', roles: [] } as const

/** Every verb on an account. `again`: whether doing it a second time is another act. */
const accountVerbs: readonly { readonly verb: string; readonly act: (office: Office) => (tx: Tx) => Promise<unknown>; readonly again: 'one' | 'none' }[] = [
  {
    verb: 'account_created',
    act:
      ({ as, unit }) =>
      (tx) =>
        createPerson(tx, as.admin, { ...FACTS, roles: ['hr', 'trainer', 'hr'], org_unit_id: unit.id, email: 'neu@auental.example', now: NOW }),
    again: 'none',
  },
  {
    verb: 'account_changed',
    act:
      ({ as, unit, mirjam }) =>
      (tx) =>
        changePerson(tx, as.admin, mirjam, { ...FACTS, roles: ['lead'], org_unit_id: unit.id, now: NOW }),
    again: 'none',
  },
  {
    verb: 'account_deactivated',
    act:
      ({ as, mirjam }) =>
      (tx) =>
        deactivatePerson(tx, as.admin, mirjam, { now: NOW }),
    again: 'none',
  },
  {
    verb: 'account_reactivated',
    act:
      ({ as, mirjam, authority_id }) =>
      async (tx) => {
        await tx.updateTable('person').set({ deactivated_at: NOW }).where('authority_id', '=', authority_id).where('id', '=', mirjam.person_id).execute()
        await reactivatePerson(tx, as.admin, mirjam, { now: NOW })
        // Open already: nothing changes.
        await reactivatePerson(tx, as.admin, mirjam, { now: NOW })
      },
    again: 'one',
  },
  {
    verb: 'invitation_made',
    act:
      ({ as, mirjam }) =>
      (tx) =>
        createInvitation(tx, as.admin, mirjam, { now: NOW }),
    again: 'one',
  },
]

test.each(accountVerbs)('$verb leaves exactly one entry, none where it is rolled back, none where nothing changes', async ({ verb, act, again }) => {
  const office = await anOffice(await freshDb())
  const failing = office.write(async (tx) => {
    await act(office)(tx)
    throw new Error('the act itself failed')
  })
  await expect(failing).rejects.toThrow('the act itself failed')
  expect(await office.rows()).toEqual([])
  await office.write(act(office))
  expect(await office.rows()).toMatchObject([{ number: 1, verb, actor_id: office.admin.person_id, subject_kind: 'person', reason: null, occurred_at: NOW }])
  await office.write(act(office))
  expect((await office.rows()).map((row) => row.verb)).toEqual(again === 'one' ? [verb, verb] : [verb])
})

test('accounts that are refused leave no entry: a taken address, the last administrator, one’s own', async () => {
  const db = await freshDb()
  const { as, unit, admin, mirjam, write, rows } = await anOffice(db)
  expect(await write((tx) => createPerson(tx, as.admin, { ...FACTS, org_unit_id: unit.id, email: mirjam.email, now: NOW }))).toBe('email_taken')
  expect(await write((tx) => deactivatePerson(tx, as.admin, admin, { now: NOW }))).toBe('last_admin')
  expect(await write((tx) => changePerson(tx, as.admin, admin, { ...FACTS, org_unit_id: unit.id, now: NOW }))).toBe('last_admin')
  expect(await rows()).toEqual([])
})

test('a change says before and after, of names only that they changed; each role once', async () => {
  const db = await freshDb()
  const { as, unit, mirjam, authority_id, write, rows } = await anOffice(db)
  const other = await anOrgUnit(db, { authority_id, name: 'Team Nord' })
  await write((tx) => changePerson(tx, as.admin, mirjam, { ...FACTS, family_name: 'Kessler-May', roles: ['lead'], org_unit_id: other.id, now: NOW }))
  await write((tx) => createPerson(tx, as.admin, { ...FACTS, roles: ['trainer', 'hr', 'hr'], org_unit_id: unit.id, email: 'neu@auental.example', now: NOW }))
  const [changed, created] = await rows()
  expect(JSON.parse(changed?.detail ?? '')).toEqual({
    fields: ['family_name', 'org_unit', 'roles'],
    before: { org_unit: 'Team Mitte', role_profile: 'case_work', roles: [] },
    after: { org_unit: 'Team Nord', role_profile: 'case_work', roles: ['lead'] },
  })
  expect(changed?.detail).not.toContain('May')
  expect(JSON.parse(created?.detail ?? '')).toEqual({ org_unit: 'Team Mitte', role_profile: 'case_work', roles: ['hr', 'trainer'] })
})

test('HR finds what HR did, about whom and why; nothing of administration', async () => {
  const { find, revoke, close } = await anOffice(await freshDb())
  await revoke()
  await close()
  expect(await find('hr')).toMatchObject({
    total: 1,
    entries: [{ verb: 'certificate_revoked', actor: 'Beate Tillmann', person: 'Mirjam Kessler', act: { reason: 'Doppelt', detail: { course: 'course-1' } } }],
  })
  expect((await find('hr', { verb: 'account_deactivated' })).total).toBe(0)
  expect(verbsFor('hr').filter((verb) => ROLE_OF[verb] !== 'hr')).toEqual([])
  expect([...verbsFor('admin')].sort()).toEqual([...AUDIT_VERBS].sort())
  expect(trailSearch('hr').parse({ verb: 'account_deactivated', page: 'x' })).toEqual(ANY)
})

test('a day that does not exist, and a last day before the first, are told and find nothing; what was typed stays', async () => {
  const { find, revoke } = await anOffice(await freshDb())
  await revoke()
  const typed = trailSearch('hr').parse({ from: ' 2026-13-01 ', to: '31.12.2026', actor: 'x'.repeat(200) })
  expect(typed).toMatchObject({ from: '2026-13-01', to: '31.12.2026', actor: 'x'.repeat(80) })
  expect(trailProblems(typed)).toEqual({ from: 'day', to: 'day' })
  expect(trailProblems({ from: '2026-11-23', to: '2026-11-22' })).toEqual({ to: 'order' })
  expect(trailProblems({ from: '2026-11-22', to: '2026-11-22' })).toEqual({})
  expect(trailProblems({ from: '', to: '2026-11-22' })).toEqual({})
  for (const reader of ['hr', 'admin'] as const) {
    expect((await find(reader)).total).toBe(1)
    for (const days of [{ from: '2026-13-01' }, { to: 'gestern' }, { from: '2026-11-23', to: '2026-11-22' }])
      expect(await find(reader, days), JSON.stringify(days)).toEqual({ entries: [], total: 0, page: 1, pages: 1 })
  }
})

test('administration finds everything, but of HR’s acts neither whom, why nor what, and cannot find them by the person’s name', async () => {
  const { find, revoke, close } = await anOffice(await freshDb())
  await revoke()
  await close()
  const { entries } = await find('admin')
  expect(entries).toEqual([
    expect.objectContaining({ verb: 'account_deactivated', actor: 'Gregor Zander', person: 'Mirjam Kessler' }),
    { number: 1, occurred_at: NOW, verb: 'certificate_revoked', actor: 'Beate Tillmann', act: null, person: null },
  ])
  const named = await find('admin', { person: 'mirjam kess' })
  expect(named).toMatchObject({ total: 1, entries: [{ verb: 'account_deactivated' }] })
  expect((await find('admin', { person: 'Kessler', verb: 'certificate_revoked' })).total).toBe(0)
  expect((await find('hr', { person: 'Kessler' })).total).toBe(1)
  expect((await find('admin', { actor: 'tillmann' })).entries.map(({ verb }) => verb)).toEqual(['certificate_revoked'])
})

test('who may not search the trail is refused, and another authority’s entries are never found', async () => {
  const db = await freshDb()
  const [ours, theirs] = [await anOffice(db), await anOffice(db)]
  await theirs.revoke()
  await theirs.close()
  for (const reader of ['hr', 'admin'] as const)
    for (const search of [{}, { person: 'Kessler' }, { actor: 'Zander' }]) expect(await ours.find(reader, search)).toMatchObject({ total: 0, entries: [] })
  for (const role of ['lead', 'council', 'trainer', 'coordinator'] as const)
    for (const reader of ['hr', 'admin'] as const) await expect(searchTrail(db, actorOf(ours.mirjam, role) as never, reader, ANY)).rejects.toThrow(Forbidden)
  await expect(searchTrail(db, ours.as.admin, 'hr', ANY)).rejects.toThrow(Forbidden)
})

test.each([
  ['winter', '2026-11-20', '2026-11-19T23:00:00.000Z', '2026-11-20T22:59:59.999Z'],
  ['summer', '2026-07-01', '2026-06-30T22:00:00.000Z', '2026-07-01T21:59:59.999Z'],
  ['the 23 hours in March', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
  ['the 25 hours in October', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z'],
])('a day is a day in Berlin, both ends included: %s', async (_, day, first, last) => {
  const { find, revoke, mirjam } = await anOffice(await freshDb())
  const shifted = (instant: string, by: number) => new Date(Date.parse(instant) + by).toISOString()
  for (const now of [shifted(first, -1), first, last, shifted(last, 1)]) await revoke(mirjam.person_id, now)
  expect((await find('hr', { from: day, to: day })).entries.map(({ number }) => number)).toEqual([3, 2])
  expect((await find('hr', { from: day })).total).toBe(3)
  expect((await find('hr', { to: day })).total).toBe(3)
  expect(addDays(first, 1)).toBe(shifted(last, 1))
})

test('fifty a page, the latest first; a page that is not there is the last one', async () => {
  const { find, revoke } = await anOffice(await freshDb())
  for (let index = 0; index < 101; index++) await revoke()
  const pages = await Promise.all([1, 2, 3, 99].map((page) => find('hr', { page })))
  expect(pages.map(({ page, pages: all, total }) => [page, all, total])).toEqual([1, 2, 3, 3].map((page) => [page, 3, 101]))
  expect(pages.map(({ entries }) => [entries.length, entries[0]?.number])).toEqual([
    [50, 101],
    [50, 51],
    [1, 1],
    [1, 1],
  ])
})

test('signs that mean something to the database find nobody', async () => {
  const { find, revoke } = await anOffice(await freshDb())
  await revoke()
  for (const person of ['K%r', 'K_ssler', 'Kess%ler x', '_irjom', "'", 'Kessler" or 1=1']) expect((await find('hr', { person })).total, person).toBe(0)
  for (const actor of ['T%n', 'B_ate']) expect((await find('hr', { actor })).total, actor).toBe(0)
  expect((await find('hr', { person: 'ess', actor: 'beate tillmann' })).total).toBe(1)
})

test('altered, missing and inserted entries of accounts are found', async () => {
  const faults = async ({ db }: OpenDatabase) => (await verifyAudit(db)).faults.map(({ kind, number }) => `${kind} ${number}`)
  const forged: readonly (readonly [string, string])[] = [
    ["update audit_entry set detail = replace(detail, 'lead', 'hr') where verb = 'account_changed'", 'altered 2'],
    ["delete from audit_entry where verb = 'account_deactivated'", 'missing 3'],
    [
      "update audit_entry set number = 9 where number = 4; insert into audit_entry select authority_id, 4, actor_id, 'invitation_made', subject_kind, subject_id, person_id, detail, reason, occurred_at, previous_hash, hash from audit_entry where number = 1",
      'altered 4',
    ],
  ]
  for (const [sql, fault] of forged) {
    const open = await freshDatabase()
    const office = await anOffice(open.db)
    for (const { act } of accountVerbs) await office.write(act(office))
    expect(await faults(open)).toEqual([])
    expect((await office.rows()).length).toBe(accountVerbs.length)
    open.raw.exec('drop trigger audit_entry_only_grows; drop trigger audit_entry_is_never_changed; drop trigger audit_entry_is_never_deleted')
    open.raw.exec(sql)
    expect((await faults(open)).at(0), sql).toBe(fault)
  }
})
