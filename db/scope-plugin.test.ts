import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aPerson, freshDb, LONG_AGO } from '#tests/support/database.ts'
import { acrossAuthorities, UnscopedStatement } from './scope-plugin.ts'

const A = 'auental'

test('a statement that pins the authority runs, in every form we write', async () => {
  const db = await freshDb()
  const person = await aPerson(db)
  await db.selectFrom('person').select('id').where('authority_id', '=', A).execute()
  await db.selectFrom('person as p').select('p.id').where('p.authority_id', '=', A).where('p.id', '=', 'x').execute()
  await db
    .selectFrom('person as p')
    .select('p.id')
    .where((eb) => eb.and([eb('p.authority_id', '=', A), eb('p.id', '=', 'x')]))
    .execute()
  await db
    .selectFrom('person as p')
    .select('p.id')
    .where((eb) => eb.and({ 'p.authority_id': A, 'p.id': 'x' }))
    .execute()
  await db
    .selectFrom('person as p')
    .innerJoin('org_unit as u', (join) => join.onRef('u.authority_id', '=', 'p.authority_id').onRef('u.id', '=', 'p.org_unit_id'))
    .leftJoin('course_state as s', (join) => join.onRef('s.person_id', '=', 'p.id').on('s.authority_id', '=', A))
    .select(['p.id', 'u.name', 's.completed_at'])
    .where('p.authority_id', '=', A)
    .execute()
  await db
    .selectFrom('person as p')
    .select('p.id')
    .where('p.authority_id', '=', A)
    .where((eb) =>
      eb.exists(eb.selectFrom('person_role as r').select('r.role').whereRef('r.authority_id', '=', 'p.authority_id').whereRef('r.person_id', '=', 'p.id')),
    )
    .execute()
  await db
    .with('own', (q) => q.selectFrom('person').selectAll().where('authority_id', '=', A))
    .selectFrom('own')
    .select('own.id')
    .execute()
  await db.updateTable('person').set({ theme: 'dark' }).where('authority_id', '=', A).execute()
  await db.deleteFrom('session').where('authority_id', '=', A).execute()
  await db
    .insertInto('reflection')
    .columns(['authority_id', 'person_id', 'course_id', 'module_id', 'item_id', 'text', 'saved_at'])
    .expression((eb) => eb.selectFrom('reflection').selectAll().where('authority_id', '=', A))
    .execute()
  await db.selectFrom('authority').select('id').where('id', '=', person.authority_id).execute()
  await sql`select 1`.execute(db)
})

test('a statement that does not say which authority it is about throws', async () => {
  const db = await freshDb()
  const refused = [
    () => db.selectFrom('person').selectAll().execute(),
    () => db.selectFrom('person').selectAll().where('id', '=', 'x').execute(),
    () => db.selectFrom('person').selectAll().where('authority_id', 'in', [A, 'b']).execute(),
    () => db.selectFrom('person').selectAll().where('authority_id', '!=', A).execute(),
    () =>
      db
        .selectFrom('person')
        .selectAll()
        .where((eb) => eb.or([eb('authority_id', '=', A), eb('id', '=', 'x')]))
        .execute(),
    () => db.selectFrom('person').selectAll().whereRef('authority_id', '=', 'org_unit_id').execute(),
    () => db.selectFrom('person').selectAll().whereRef('authority_id', '=', 'authority_id').execute(),
    () => db.selectFrom('person as p').innerJoin('session as s', 's.person_id', 'p.id').select('p.id').where('p.authority_id', '=', A).execute(),
    () => db.selectFrom('person as p').innerJoin('session as s', 's.authority_id', 'p.authority_id').select('p.id').execute(),
    () =>
      db
        .selectFrom('authority as a')
        .select('a.id')
        .where((eb) => eb.exists(eb.selectFrom('person').select('person.id')))
        .execute(),
    () =>
      db
        .selectFrom('authority as a')
        .select((eb) => [
          'a.id',
          eb
            .selectFrom('person')
            .select((e) => e.fn.countAll().as('n'))
            .as('n'),
        ])
        .execute(),
    () =>
      db
        .selectFrom((eb) => eb.selectFrom('person').selectAll().as('p'))
        .select('p.id')
        .where('p.authority_id', '=', A)
        .execute(),
    () =>
      db
        .with('all_people', (q) => q.selectFrom('person').selectAll())
        .selectFrom('all_people')
        .select('id')
        .execute(),
    () => db.updateTable('person').set({ theme: 'dark' }).execute(),
    () => db.deleteFrom('session').where('id', '=', 'x').execute(),
    () =>
      db
        .insertInto('reflection')
        .columns(['authority_id'])
        .expression((eb) => eb.selectFrom('reflection').select('authority_id'))
        .execute(),
    () =>
      db
        .insertInto('org_unit')
        .values({ id: 'x', name: 'X', position: 1, created_at: LONG_AGO } as never)
        .execute(),
    () => sql`select * from person`.execute(db),
    () => sql`select * from ${sql.table('person')}`.execute(db),
    () => db.transaction().execute((tx) => tx.selectFrom('person').selectAll().execute()),
  ]
  for (const [position, statement] of refused.entries()) await expect(statement(), `statement ${position}`).rejects.toThrow(UnscopedStatement)
})

test('the escape reads across authorities, inside a transaction too', async () => {
  const db = await freshDb()
  await aPerson(db)
  await aPerson(db)
  await expect(acrossAuthorities(db, 'sign-in').selectFrom('person').select('id').execute()).resolves.toHaveLength(2)
  await db.transaction().execute(async (tx) => expect(await acrossAuthorities(tx, 'retention').selectFrom('person').select('id').execute()).toHaveLength(2))
})
