/** Real databases for tests, cheap enough for one in every test, and the few rows that most tests start from. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor, AnyRole } from '#app/domain/actor.ts'
import type { Course } from '#app/content/course.ts'
import { openDb, type OpenDatabase } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'
import type { Role, RoleProfile } from '#db/schema.ts'
import type { Db } from '#db/types.ts'

/** The instant at which fixtures are made. */
export const LONG_AGO = '2026-01-02T09:00:00.000Z'

let image: Buffer | undefined

/** A migrated database in memory of its own for each call. */
export const freshDb = async (): Promise<Db> => (await freshDatabase()).db

/** As `freshDb`, with the raw connection. */
export const freshDatabase = async (): Promise<OpenDatabase> => {
  image ??= migratedImage()
  return openDb(image)
}

/** A migrated database file in a folder of its own, for tests about files and processes. `remove` deletes the folder. */
export const aDatabaseFile = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wegbereiter-'))
  const file = join(folder, 'wegbereiter.db')
  const { raw, close } = openDb(file)
  migrate(raw, { now: LONG_AGO })
  await close()
  return { folder, file, open: () => openDb(file), remove: () => rmSync(folder, { recursive: true }) }
}

const migratedImage = () => {
  const { raw } = openDb(':memory:')
  migrate(raw, { now: LONG_AGO })
  const bytes = raw.serialize()
  raw.close()
  return bytes
}

let count = 0
const next = (word: string) => `${word}-${++count}`

/** An authority with a given or a new id. */
export const anAuthority = async (
  db: Db,
  { id = next('authority'), name = `Ausländerbehörde ${id}`, is_demo = 0 }: { id?: string; name?: string; is_demo?: 0 | 1 } = {},
) => {
  const row = { id, name, short_name: name, region: 'Hessen', contact_email: `kontakt@${id}.example`, is_demo, created_at: LONG_AGO }
  await db.insertInto('authority').values(row).execute()
  return row
}

/** An org unit of an authority that exists. */
export const anOrgUnit = async (db: Db, { authority_id, id = next('unit'), name = `Team ${id}` }: { authority_id: string; id?: string; name?: string }) => {
  const row = { authority_id, id, name, position: 1, created_at: LONG_AGO }
  await db.insertInto('org_unit').values(row).execute()
  return row
}

interface PersonFacts {
  authority_id?: string
  id?: string
  roles?: readonly Role[]
  org_unit_id?: string
  email?: string
  given_name?: string
  family_name?: string
  role_profile?: RoleProfile
  language?: 'de' | 'en' | null
  password_hash?: string | null
  deactivated_at?: string | null
}

/** A person, with authority and org unit where none are given. */
export const aPerson = async (db: Db, facts: PersonFacts = {}) => {
  const authority_id = facts.authority_id ?? (await anAuthority(db)).id
  const org_unit_id = facts.org_unit_id ?? (await anOrgUnit(db, { authority_id })).id
  const person_id = facts.id ?? next('person')
  const email = facts.email ?? `${person_id}@${authority_id}.example`
  await db
    .insertInto('person')
    .values({
      authority_id,
      id: person_id,
      email,
      email_norm: email.toLowerCase(),
      given_name: facts.given_name ?? 'Alma',
      family_name: facts.family_name ?? 'Berger',
      org_unit_id,
      role_profile: facts.role_profile ?? 'case_work',
      language: facts.language ?? null,
      theme: null,
      password_hash: facts.password_hash ?? null,
      password_changed_at: null,
      deactivated_at: facts.deactivated_at ?? null,
      created_at: LONG_AGO,
    })
    .execute()
  const roles = facts.roles ?? []
  for (const role of roles) await db.insertInto('person_role').values({ authority_id, person_id, role, granted_at: LONG_AGO }).execute()
  return { authority_id, person_id, org_unit_id, email, actor: actorOf({ authority_id, person_id }, ...roles) as Actor<AnyRole> as Actor<'learner'> }
}

/** An actor as the guard would make it for the roles given; `learner` always among them. For tests alone. */
export const actorOf = <R extends AnyRole = 'learner'>(person: { authority_id: string; person_id: string }, ...roles: readonly R[]): Actor<R> =>
  ({ authority_id: person.authority_id, person_id: person.person_id, roles: new Set<AnyRole>(['learner', ...roles]) }) as unknown as Actor<R>

/** Publishes courses, so that events may refer to their revisions. Keys stay empty. */
export const published = async (db: Db, ...courses: readonly Course[]) => {
  await db.transaction().execute(async (tx) => {
    for (const course of courses) {
      await tx
        .insertInto('course')
        .values({ id: course.id, slug: course.slug, number: course.number, current_revision_id: course.revision, first_published_at: LONG_AGO })
        .onConflict((on) => on.column('id').doUpdateSet({ current_revision_id: course.revision }))
        .execute()
      await tx
        .insertInto('revision')
        .values({ id: course.revision, course_id: course.id, content: JSON.stringify(course), answer_key: '{}', created_at: LONG_AGO })
        .onConflict((on) => on.column('id').doNothing())
        .execute()
    }
  })
}
