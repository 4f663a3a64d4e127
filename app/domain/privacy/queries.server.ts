/** Reads of the trail: what a person may know of who looked at their data and acted on it. */
import { addMonths, dateInBerlin } from '#app/platform/calendar.ts'
import type { Db } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { type Act, detailText, findAct, type Look } from './audit.ts'
import { concerns, getStanding } from './trail.server.ts'

/** Looks at the same within this time are one look. Milliseconds. */
const SAME_LOOK = 60 * 60 * 1000

/**
 * Whether the trail already says so: the same actor, verb, subject and detail within the last hour, or a look at oneself. Entries from
 * after `now` do not count, so that a clock that was set back hides nothing.
 */
export const isLookKnown = async (db: Db, actor: Actor, look: Look, facts: { now: string }): Promise<boolean> => {
  if (look.person_id === actor.person_id) return true
  const known = await db
    .selectFrom('audit_entry')
    .select('audit_entry.number')
    .where('audit_entry.authority_id', '=', actor.authority_id)
    .where('audit_entry.verb', '=', look.verb)
    .where('audit_entry.occurred_at', '>', new Date(Date.parse(facts.now) - SAME_LOOK).toISOString())
    .where('audit_entry.occurred_at', '<=', facts.now)
    .where('audit_entry.actor_id', '=', actor.person_id)
    .where('audit_entry.subject_id', '=', look.subject_id)
    .where('audit_entry.detail', '=', detailText(look.detail ?? {}))
    .limit(1)
    .executeTakeFirst()
  return known !== undefined
}

/** How far back the page of the trail goes. Calendar months. */
const TRAIL_MONTHS = 12
const PAGE_SIZE = 20

/** Somebody else's act on the person's data. */
export interface TrailEntry {
  readonly number: number
  readonly occurred_at: string
  /** null: the system itself. */
  readonly actor: { readonly given_name: string; readonly family_name: string } | null
  /** null where this version of the program does not know the act. */
  readonly act: Act | null
}

interface TrailPage {
  readonly entries: readonly TrailEntry[]
  readonly total: number
  /** From 1; the last one when a later one was asked for. */
  readonly page: number
  readonly pages: number
}

/** Who looked at the actor's data or acted on it in the last twelve months, the latest first, 20 a page. The actor's own acts are left out. */
export const listOwnTrail = async (db: Db, actor: Actor<'learner'>, facts: { now: string; page: number }): Promise<TrailPage> => {
  const since = `${addMonths(dateInBerlin(facts.now), -TRAIL_MONTHS)}T00:00:00.000Z`
  const standing = await getStanding(db, actor)
  const entries = db
    .selectFrom('audit_entry')
    .where('audit_entry.authority_id', '=', actor.authority_id)
    .where('audit_entry.occurred_at', '>=', since)
    .where((on) => on.or([on('audit_entry.actor_id', 'is', null), on('audit_entry.actor_id', '!=', actor.person_id)]))
    .where(concerns(actor, standing))
  const { total } = await entries.select((on) => on.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(Number(total) / PAGE_SIZE))
  const page = Math.min(facts.page, pages)
  const rows = await entries
    .leftJoin('person as a', (join) => join.onRef('a.id', '=', 'audit_entry.actor_id').on('a.authority_id', '=', actor.authority_id))
    .selectAll('audit_entry')
    .select(['a.given_name', 'a.family_name'])
    .orderBy('audit_entry.number', 'desc')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute()
  return {
    total: Number(total),
    page,
    pages,
    entries: rows.map(({ given_name, family_name, ...row }) => ({
      number: row.number,
      occurred_at: row.occurred_at,
      actor: given_name === null || family_name === null ? null : { given_name, family_name },
      act: findAct(row) ?? null,
    })),
  }
}
