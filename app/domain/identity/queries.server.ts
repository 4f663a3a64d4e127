/** Reads about accounts and sessions. */
import { fingerprint } from '#app/platform/ids.server.ts'
import { prepared } from '#db/prepare.ts'
import { acrossAuthorities } from '#db/scope-plugin.ts'
import type { Language, Role, RoleProfile } from '#db/schema.ts'
import type { Db } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { HELD_FOR } from './hold-form.server.ts'
import { isOver, shifted } from './session.ts'
import type { PersonRef } from './sign-in.server.ts'

/** The account of an e-mail address in its normal form, of whichever authority, or undefined. */
export const findCredentials = (db: Db, emailNorm: string) =>
  acrossAuthorities(db, 'sign-in')
    .selectFrom('person')
    .select(['person.authority_id', 'person.id as person_id', 'person.password_hash', 'person.deactivated_at'])
    .where('person.email_norm', '=', emailNorm)
    .executeTakeFirst()

/** How many values one statement compares with. */
const PER_STATEMENT = 500

/** Those of the addresses, in their normal form, that people sign in with anywhere in the installation. */
export const listTakenEmails = async (db: Db, emailNorms: readonly string[]): Promise<ReadonlySet<string>> => {
  const taken = new Set<string>()
  for (let from = 0; from < emailNorms.length; from += PER_STATEMENT) {
    const rows = await acrossAuthorities(db, 'sign-in')
      .selectFrom('person')
      .select('person.email_norm')
      .where('person.email_norm', 'in', emailNorms.slice(from, from + PER_STATEMENT))
      .execute()
    for (const { email_norm } of rows) taken.add(email_norm)
  }
  return taken
}

/** The own password's hash and e-mail address, to check a change of the password. */
export const findOwnPassword = (db: Db, actor: Actor<'learner'>) =>
  db
    .selectFrom('person')
    .select(['person.email', 'person.password_hash'])
    .where('person.authority_id', '=', actor.authority_id)
    .where('person.id', '=', actor.person_id)
    .executeTakeFirst()

/** When the own password was last set; null if never. */
export const findPasswordDate = async (db: Db, actor: Actor<'learner'>): Promise<string | null> =>
  (
    await db
      .selectFrom('person')
      .select('person.password_changed_at')
      .where('person.authority_id', '=', actor.authority_id)
      .where('person.id', '=', actor.person_id)
      .executeTakeFirst()
  )?.password_changed_at ?? null

/** A session, whether over or not, with everything pages show of its person. */
export interface SessionPerson extends PersonRef {
  readonly id: string
  readonly id_hash: string
  readonly created_at: string
  readonly last_seen_at: string
  readonly roles: readonly Role[]
  readonly person: {
    readonly given_name: string
    readonly family_name: string
    readonly email: string
    readonly language: Language | null
    readonly theme: 'light' | 'dark' | null
    readonly role_profile: RoleProfile
  }
  readonly authority: { readonly name: string; readonly short_name: string; readonly contact_email: string }
  readonly org_unit: string
}

/** The session with this fingerprint, also one that is over, or undefined. Never one of a deactivated person. */
export const findSession = async (db: Db, idHash: string): Promise<SessionPerson | undefined> => {
  const [owner] = await sessionOwner(db, { id_hash: idHash })
  if (owner === undefined) return undefined
  const [row] = await sessionPerson(db, { authority_id: owner.authority_id, id_hash: idHash })
  if (row === undefined) return undefined
  const { id, id_hash, created_at, last_seen_at, authority_id, person_id, org_unit, name, short_name, contact_email, ...person } = row
  const granted = await rolesOf(db, { authority_id, person_id })
  return {
    id,
    id_hash,
    created_at,
    last_seen_at,
    authority_id,
    person_id,
    org_unit,
    roles: granted.map(({ role }) => role),
    person,
    authority: { name, short_name, contact_email },
  }
}

const sessionOwner = prepared<{ readonly id_hash: string }>('id_hash')((db, { id_hash }) =>
  acrossAuthorities(db, 'session lookup').selectFrom('session').select('session.authority_id').where('session.id_hash', '=', id_hash),
)
const sessionPerson = prepared<{ readonly authority_id: string; readonly id_hash: string }>(
  'authority_id',
  'id_hash',
)((db, session) =>
  db
    .selectFrom('session')
    .innerJoin('person', (join) => join.onRef('person.authority_id', '=', 'session.authority_id').onRef('person.id', '=', 'session.person_id'))
    .innerJoin('org_unit', (join) => join.onRef('org_unit.authority_id', '=', 'person.authority_id').onRef('org_unit.id', '=', 'person.org_unit_id'))
    .innerJoin('authority', 'authority.id', 'session.authority_id')
    .select(['session.id', 'session.id_hash', 'session.created_at', 'session.last_seen_at', 'session.authority_id', 'session.person_id'])
    .select(['person.given_name', 'person.family_name', 'person.email', 'person.language', 'person.theme', 'person.role_profile'])
    .select(['authority.name', 'authority.short_name', 'authority.contact_email', 'org_unit.name as org_unit'])
    .where('session.authority_id', '=', session.authority_id)
    .where('session.id_hash', '=', session.id_hash)
    .where('person.deactivated_at', 'is', null),
)
const rolesOf = prepared<PersonRef>(
  'authority_id',
  'person_id',
)((db, person) =>
  db
    .selectFrom('person_role')
    .select('person_role.role')
    .where('person_role.authority_id', '=', person.authority_id)
    .where('person_role.person_id', '=', person.person_id),
)

interface OwnSession {
  readonly id: string
  readonly device: string
  readonly created_at: string
  readonly last_seen_at: string
}

/** The actor's sessions that are not over, the newest first. */
export const listSessions = async (db: Db, actor: Actor<'learner'>, facts: { now: string }): Promise<readonly OwnSession[]> => {
  const rows = await db
    .selectFrom('session')
    .select(['session.id', 'session.device', 'session.created_at', 'session.last_seen_at'])
    .where('session.authority_id', '=', actor.authority_id)
    .where('session.person_id', '=', actor.person_id)
    .orderBy('session.last_seen_at', 'desc')
    .orderBy('session.id')
    .execute()
  return rows.filter((row) => !isOver(row, facts.now))
}

/** Whom an invitation link is for, while it can be used; undefined when it cannot, for whatever reason. */
export const findInvitation = async (db: Db, token: string, facts: { now: string }) => {
  const token_hash = fingerprint(token)
  const owner = await acrossAuthorities(db, 'invitation lookup')
    .selectFrom('invitation')
    .select('invitation.authority_id')
    .where('invitation.token_hash', '=', token_hash)
    .executeTakeFirst()
  if (owner === undefined) return undefined
  return db
    .selectFrom('invitation')
    .innerJoin('person', (join) => join.onRef('person.authority_id', '=', 'invitation.authority_id').onRef('person.id', '=', 'invitation.person_id'))
    .innerJoin('authority', 'authority.id', 'invitation.authority_id')
    .select(['person.authority_id', 'person.id as person_id', 'person.email', 'person.given_name', 'person.family_name', 'authority.name as authority'])
    .where('invitation.authority_id', '=', owner.authority_id)
    .where('invitation.token_hash', '=', token_hash)
    .where('invitation.used_at', 'is', null)
    .where('invitation.expires_at', '>', facts.now)
    .where('person.deactivated_at', 'is', null)
    .executeTakeFirst()
}

/** A form that waits: where it was meant to go, and its fields. */
export interface HeldForm {
  readonly path: string
  readonly body: Readonly<Record<string, string | readonly string[]>>
  readonly created_at: string
}

/** The actor's held form with this fingerprint while it is kept, or undefined. Nobody else's is found. */
export const findHeldForm = async (db: Db, actor: Actor<'learner'>, idHash: string, facts: { now: string }): Promise<HeldForm | undefined> => {
  const row = await db
    .selectFrom('held_form')
    .select(['held_form.path', 'held_form.body', 'held_form.created_at'])
    .where('held_form.authority_id', '=', actor.authority_id)
    .where('held_form.person_id', '=', actor.person_id)
    .where('held_form.id_hash', '=', idHash)
    .where('held_form.created_at', '>=', shifted(facts.now, -HELD_FOR))
    .executeTakeFirst()
  return row === undefined ? undefined : { ...row, body: JSON.parse(row.body) as HeldForm['body'] }
}
