/** Which entries of the trail concern a person. */
import { type ExpressionBuilder, type Expression, sql, type SqlBool } from 'kysely'
import type { RoleProfile, Schema } from '#db/schema.ts'
import type { Db } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { ASSIGNMENT_LOOKS, detailText, LIST_LOOKS } from './audit.ts'

/** What decides which lists a person stands on. */
export interface Standing {
  readonly org_unit_id: string
  readonly role_profile: RoleProfile
  readonly created_at: string
}

/** The person's unit and role profile of today and since when the account exists. */
export const getStanding = (db: Db, actor: Actor): Promise<Standing> =>
  db
    .selectFrom('person')
    .select(['person.org_unit_id', 'person.role_profile', 'person.created_at'])
    .where('person.authority_id', '=', actor.authority_id)
    .where('person.id', '=', actor.person_id)
    .executeTakeFirstOrThrow()

/**
 * The entries about the person: those that name them, and looks at lists of all units or of their unit of today since their account exists; lists of
 * an assignment only if it is for their unit or role profile of today.
 * The trail of a list does not name who stood on it (it may have been filtered or turned page by page), so this says rather too much.
 */
export const concerns =
  (actor: Actor, { org_unit_id, role_profile, created_at }: Standing) =>
  (on: ExpressionBuilder<Schema, 'audit_entry'>): Expression<SqlBool> =>
    on.or([
      on('audit_entry.person_id', '=', actor.person_id),
      on.and([
        on('audit_entry.verb', 'in', [...LIST_LOOKS]),
        on('audit_entry.detail', 'in', [detailText({ unit: null }), detailText({ unit: org_unit_id })]),
        on('audit_entry.occurred_at', '>=', created_at),
      ]),
      on.and([
        on('audit_entry.verb', 'in', [...ASSIGNMENT_LOOKS]),
        on('audit_entry.occurred_at', '>=', created_at),
        on.or([on(unitIn(on), 'is', null), on(unitIn(on), '=', org_unit_id)]),
        on.exists(
          on
            .selectFrom('assignment_target')
            .select('assignment_target.target')
            .where('assignment_target.authority_id', '=', actor.authority_id)
            .whereRef('assignment_target.assignment_id', '=', 'audit_entry.subject_id')
            .where((target) =>
              target.or([
                target.and({ 'assignment_target.kind': 'org_unit', 'assignment_target.target': org_unit_id }),
                target.and({ 'assignment_target.kind': 'role_profile', 'assignment_target.target': role_profile }),
              ]),
            ),
        ),
      ]),
    ])

/** The unit that the list of an assignment was limited to. */
const unitIn = (on: ExpressionBuilder<Schema, 'audit_entry'>) => on.fn<string | null>('json_extract', [on.ref('audit_entry.detail'), sql.lit('$.unit')])
