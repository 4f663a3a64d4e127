/** Which entries of the trail concern a person. */
import type { ExpressionBuilder, Expression, SqlBool } from 'kysely'
import type { Schema } from '#db/schema.ts'
import type { Db } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { detailText, LIST_LOOKS } from './audit.ts'

/** What decides which lists a person stands on. */
export interface Standing {
  readonly org_unit_id: string
  readonly created_at: string
}

/** The person's unit of today and since when the account exists. */
export const getStanding = (db: Db, actor: Actor): Promise<Standing> =>
  db
    .selectFrom('person')
    .select(['person.org_unit_id', 'person.created_at'])
    .where('person.authority_id', '=', actor.authority_id)
    .where('person.id', '=', actor.person_id)
    .executeTakeFirstOrThrow()

/**
 * The entries about the person: those that name them, and looks at lists of all units or of their unit of today since their account exists.
 * The trail of a list does not name who stood on it (it may have been filtered or turned page by page), so this says rather too much.
 */
export const concerns =
  (actor: Actor, { org_unit_id, created_at }: Standing) =>
  (on: ExpressionBuilder<Schema, 'audit_entry'>): Expression<SqlBool> =>
    on.or([
      on('audit_entry.person_id', '=', actor.person_id),
      on.and([
        on('audit_entry.verb', 'in', [...LIST_LOOKS]),
        on('audit_entry.detail', 'in', [detailText({ unit: null }), detailText({ unit: org_unit_id })]),
        on('audit_entry.occurred_at', '>=', created_at),
      ]),
    ])
