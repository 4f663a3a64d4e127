/** Reads about people as administration sees them: account data, never anything about learning. */
import type { Role, RoleProfile } from '#db/schema.ts'
import type { Db } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { NotFound } from '../refusals.ts'

/** `invited`: has a link that still works. `new`: has neither link nor password. */
type AccountStatus = 'active' | 'invited' | 'new' | 'deactivated'

interface PersonRow {
  readonly id: string
  readonly given_name: string
  readonly family_name: string
  readonly email: string
  readonly org_unit_id: string
  readonly org_unit: string
  readonly role_profile: RoleProfile
  readonly roles: readonly Role[]
  readonly status: AccountStatus
}

/** The person of the actor's authority. Throws NotFound for anybody else. */
export const getPerson = async (
  db: Db,
  actor: Actor<'admin'>,
  personId: string,
): Promise<Omit<PersonRow, 'status'> & { readonly deactivated_at: string | null }> => {
  const row = await peopleOf(db, actor).where('person.id', '=', personId).executeTakeFirst()
  if (row === undefined) throw new NotFound()
  const roles = await rolesOf(db, actor).where('person_role.person_id', '=', personId).execute()
  const { has_password: _, ...person } = row
  return { ...person, roles: roles.map(({ role }) => role) }
}

/** As `getPerson`, with the state of the account now. */
export const getAccount = async (db: Db, actor: Actor<'admin'>, personId: string, facts: { now: string }): Promise<PersonRow> => {
  const person = (await readPeople(db, actor, facts)).find(({ id }) => id === personId)
  if (person === undefined) throw new NotFound()
  return person
}

export const PAGE_SIZE = 25

interface PeoplePage {
  readonly people: readonly PersonRow[]
  readonly total: number
  /** From 1. */
  readonly page: number
  readonly pages: number
}

/**
 * People of the authority by family name, 25 a page. `name` finds parts of names and e-mail addresses without regard to case
 * and accents. Sorted and filtered here and not in SQL, which knows neither German order nor umlauts; an authority has hundreds of people.
 */
export const listPeople = async (
  db: Db,
  actor: Actor<'admin'>,
  filter: { name?: string; unit?: string; page?: number },
  facts: { now: string },
): Promise<PeoplePage> => {
  const words = plain(filter.name ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
  const found = (await readPeople(db, actor, facts))
    .filter((person) => filter.unit === undefined || person.org_unit_id === filter.unit)
    .filter((person) => words.every((word) => plain(`${person.given_name} ${person.family_name} ${person.email}`).includes(word)))
    .sort((a, b) => collator.compare(a.family_name, b.family_name) || collator.compare(a.given_name, b.given_name) || (a.id < b.id ? -1 : 1))
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE))
  const page = Math.min(Math.max(1, filter.page ?? 1), pages)
  return { people: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), total: found.length, page, pages }
}

/** Org units of the authority in their order. */
export const listOrgUnits = (db: Db, actor: Actor): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('org_unit')
    .select(['org_unit.id', 'org_unit.name'])
    .where('org_unit.authority_id', '=', actor.authority_id)
    .orderBy('org_unit.position')
    .orderBy('org_unit.name')
    .execute()

/** The org unit of the actor's authority. Throws NotFound for any other. */
export const getOrgUnit = async (db: Db, actor: Actor<'admin'>, orgUnitId: string): Promise<{ id: string; name: string }> => {
  const unit = await db
    .selectFrom('org_unit')
    .select(['org_unit.id', 'org_unit.name'])
    .where('org_unit.authority_id', '=', actor.authority_id)
    .where('org_unit.id', '=', orgUnitId)
    .executeTakeFirst()
  if (unit === undefined) throw new NotFound()
  return unit
}

/** Whether somebody else in the authority has the admin role and can sign in. */
export const hasOtherAdmin = (db: Db, actor: Actor<'admin'>, personId: string): Promise<boolean> => hasAdminBeyond(db, actor, new Set([personId]))

/** Whether somebody besides these people has the admin role and can sign in. */
export const hasAdminBeyond = async (db: Db, actor: Actor<'admin'>, personIds: ReadonlySet<string>): Promise<boolean> =>
  (await listAdmins(db, actor)).some(({ person_id, can_sign_in }) => can_sign_in === 1 && !personIds.has(person_id))

/** Those of the people who hold the admin role, whether or not they can sign in. */
export const listAdminsAmong = async (db: Db, actor: Actor<'admin'>, personIds: ReadonlySet<string>): Promise<readonly string[]> =>
  (await listAdmins(db, actor)).map(({ person_id }) => person_id).filter((id) => personIds.has(id))

/** Everybody with the admin role; `can_sign_in` is 1 for those whose account is open and has a password. */
export const listAdmins = (db: Db, actor: Actor<'admin'>): Promise<{ person_id: string; can_sign_in: number }[]> =>
  db
    .selectFrom('person_role')
    .innerJoin('person', (join) => join.onRef('person.authority_id', '=', 'person_role.authority_id').onRef('person.id', '=', 'person_role.person_id'))
    .select('person_role.person_id')
    .select((on) =>
      on
        .and([on('person.deactivated_at', 'is', null), on('person.password_hash', 'is not', null)])
        .$castTo<number>()
        .as('can_sign_in'),
    )
    .where('person_role.authority_id', '=', actor.authority_id)
    .where('person_role.role', '=', 'admin')
    .orderBy('person_role.person_id')
    .execute()

const collator = new Intl.Collator('de-DE', { sensitivity: 'base' })
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase()

const peopleOf = (db: Db, actor: Actor<'admin'>) =>
  db
    .selectFrom('person')
    .innerJoin('org_unit', (join) => join.onRef('org_unit.authority_id', '=', 'person.authority_id').onRef('org_unit.id', '=', 'person.org_unit_id'))
    .select([
      'person.id',
      'person.given_name',
      'person.family_name',
      'person.email',
      'person.org_unit_id',
      'person.role_profile',
      'person.deactivated_at',
      'org_unit.name as org_unit',
    ])
    .select((row) => row('person.password_hash', 'is not', null).as('has_password'))
    .where('person.authority_id', '=', actor.authority_id)

const rolesOf = (db: Db, actor: Actor<'admin'>) =>
  db
    .selectFrom('person_role')
    .select(['person_role.person_id', 'person_role.role'])
    .where('person_role.authority_id', '=', actor.authority_id)
    .orderBy('person_role.role')

const readPeople = async (db: Db, actor: Actor<'admin'>, facts: { now: string }): Promise<PersonRow[]> => {
  const people = await peopleOf(db, actor).execute()
  const granted = new Map<string, Role[]>()
  for (const { person_id, role } of await rolesOf(db, actor).execute()) granted.set(person_id, [...(granted.get(person_id) ?? []), role])
  const open = await db
    .selectFrom('invitation')
    .select('invitation.person_id')
    .where('invitation.authority_id', '=', actor.authority_id)
    .where('invitation.used_at', 'is', null)
    .where('invitation.expires_at', '>', facts.now)
    .execute()
  const invited = new Set(open.map(({ person_id }) => person_id))
  return people.map(({ deactivated_at, has_password, ...person }) => ({
    ...person,
    roles: granted.get(person.id) ?? [],
    status: deactivated_at !== null ? 'deactivated' : has_password ? 'active' : invited.has(person.id) ? 'invited' : 'new',
  }))
}
