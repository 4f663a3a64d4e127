/** Reads about a file that waits for its application, and about what it is compared with. */
import type { Db } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { normalEmail } from '../identity/email.ts'
import { listTakenEmails } from '../identity/queries.server.ts'
import { shifted } from '../identity/session.ts'
import { listAdmins, listOrgUnits } from '../organisation/queries.server.ts'
import { type Act, findAct } from '../privacy/audit.ts'
import { requireSight } from '../privacy/policy.ts'
import { type Columns, type ImportChoices, importChoices, type RememberedHeadings, rememberedHeadings } from './columns.ts'
import { KEPT_FOR } from './limits.ts'
import type { Known } from './plan.ts'
import { type PeopleFile, readPeopleFile } from './read-file.ts'
import { cleanText } from './read-row.ts'

/** A file between its dry run and its application. */
export interface WaitingImport {
  readonly id: string
  /** '' for rows that were pasted. */
  readonly file_name: string
  readonly choices: ImportChoices
  /** Instant. */
  readonly created_at: string
  /** Instant after which the file is no longer there. */
  readonly expires_at: string
  readonly file: PeopleFile
}

/** The actor's own file with this id, read; undefined when there is none, or it has waited for more than an hour. */
export const findImport = async (db: Db, actor: Actor<'admin'>, importId: string, facts: { now: string }): Promise<WaitingImport | 'expired' | undefined> => {
  const row = await db
    .selectFrom('people_import')
    .selectAll()
    .where('people_import.authority_id', '=', actor.authority_id)
    .where('people_import.id', '=', importId)
    .where('people_import.person_id', '=', actor.person_id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const expires_at = shifted(row.created_at, KEPT_FOR)
  if (expires_at <= facts.now) return 'expired'
  const file = readPeopleFile(row.body)
  if (typeof file === 'string') throw new Error(`the stored file cannot be read: ${file}`)
  const { id, file_name, created_at, mapping } = row
  return { id, file_name, created_at, expires_at, file, choices: importChoices.parse(JSON.parse(mapping)) as ImportChoices }
}

/** The headings of the authority's last file, or undefined. */
export const findRememberedHeadings = async (db: Db, actor: Actor<'admin'>): Promise<{ headings: RememberedHeadings; saved_at: string } | undefined> => {
  const row = await db
    .selectFrom('import_mapping')
    .select(['import_mapping.mapping', 'import_mapping.saved_at'])
    .where('import_mapping.authority_id', '=', actor.authority_id)
    .executeTakeFirst()
  return row && { headings: rememberedHeadings.parse(JSON.parse(row.mapping)) satisfies RememberedHeadings, saved_at: row.saved_at }
}

/** What the file is compared with: everybody in the authority, its units, and which addresses of the file are used elsewhere. */
export const getKnown = async (db: Db, actor: Actor<'admin'>, file: PeopleFile, columns: Columns): Promise<Known> => {
  requireSight(actor, 'account', 'all')
  const rows = await db
    .selectFrom('person')
    .select(['person.id', 'person.email', 'person.email_norm', 'person.given_name', 'person.family_name', 'person.org_unit_id', 'person.role_profile'])
    .select('person.deactivated_at')
    .where('person.authority_id', '=', actor.authority_id)
    .orderBy('person.id')
    .execute()
  const admins = new Set((await listAdmins(db, actor)).filter(({ can_sign_in }) => can_sign_in === 1).map(({ person_id }) => person_id))
  const people = rows.map(({ deactivated_at, ...person }) => ({ ...person, deactivated: deactivated_at !== null, administers: admins.has(person.id) }))
  const own = new Set(people.map(({ email_norm }) => email_norm))
  const emails = new Set(columns.email === undefined ? [] : file.rows.map(({ cells }) => normalEmail(cleanText(cells[columns.email ?? 0] ?? ''))))
  const taken = await listTakenEmails(
    db,
    [...emails].filter((email) => email !== '' && !own.has(email)),
  )
  return { self: actor.person_id, people, units: await listOrgUnits(db, actor), taken }
}

/** An import that was carried out, as the trail tells it. */
export interface AppliedImport {
  readonly occurred_at: string
  readonly counts: Omit<Extract<Act, { verb: 'people_imported' }>['detail'], 'import'>
}

/** The actor's last import, or the one of a certain file; undefined where there was none. */
export const findAppliedImport = async (db: Db, actor: Actor<'admin'>, importId?: string): Promise<AppliedImport | undefined> => {
  const rows = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('audit_entry.authority_id', '=', actor.authority_id)
    .where('audit_entry.verb', '=', 'people_imported')
    .where('audit_entry.actor_id', '=', actor.person_id)
    .orderBy('audit_entry.occurred_at', 'desc')
    .orderBy('audit_entry.number', 'desc')
    .limit(RECENT)
    .execute()
  for (const row of rows) {
    const act = findAct(row)
    if (act?.verb !== 'people_imported') continue
    const { import: id, ...counts } = act.detail
    if (importId === undefined || id === importId) return { occurred_at: row.occurred_at, counts }
  }
  return undefined
}

/** Open accounts of the authority without a password. */
export const countWithoutPassword = async (db: Db, actor: Actor<'admin'>): Promise<number> => {
  requireSight(actor, 'account', 'all')
  const { count } = await db
    .selectFrom('person')
    .select((on) => on.fn.countAll<number>().as('count'))
    .where('person.authority_id', '=', actor.authority_id)
    .where('person.deactivated_at', 'is', null)
    .where('person.password_hash', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** A second click comes soon after the first. */
const RECENT = 20
