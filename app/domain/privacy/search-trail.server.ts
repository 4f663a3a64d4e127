import type { Db } from '#db/types.ts'
import { addDays, startOfDay } from '#app/platform/calendar.ts'
import type { Actor } from '../actor.ts'
import { type Act, AUDIT_VERBS, type AuditVerb, findAct, ROLE_OF } from './audit.ts'
import { Forbidden } from '../refusals.ts'
import { requireSight } from './policy.ts'
import { type TrailReader, type TrailSearch, trailProblems, verbsFor } from './search-trail.ts'

/** An act as the reader may know it. */
export interface FoundEntry {
  readonly number: number
  readonly occurred_at: string
  /** null: the program itself. */
  readonly actor: string | null
  readonly verb: string
  /** null where this version of the program does not know the act, or where its detail is not the reader's to know. */
  readonly act: Act | null
  /** Whom it was about; null where it was nobody in particular, or is not the reader's to know. */
  readonly person: string | null
}

export interface FoundTrail {
  readonly entries: readonly FoundEntry[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

const PAGE_SIZE = 50
const NOTHING: FoundTrail = { entries: [], total: 0, page: 1, pages: 1 }

/** The acts of the reader's authority that fit, the latest first, 50 a page. Who may not know whom an act was about cannot search by it either. Days with a problem find nothing. */
export const searchTrail = async (db: Db, actor: Actor<'hr' | 'admin'>, reader: TrailReader, search: TrailSearch): Promise<FoundTrail> => {
  requireSight(actor, 'trail', reader === 'hr' ? 'all' : 'nameless')
  // Who sees HR's acts sees less of the others, not more.
  if (!actor.roles.has(reader)) throw new Forbidden()
  if (Object.keys(trailProblems(search)).length > 0) return NOTHING
  const verbs = verbsFor(reader).filter((verb) => search.verb === '' || verb === search.verb)
  let found = db
    .selectFrom('audit_entry as e')
    .leftJoin('person as a', (join) => join.onRef('a.id', '=', 'e.actor_id').on('a.authority_id', '=', actor.authority_id))
    .leftJoin('person as p', (join) => join.onRef('p.id', '=', 'e.person_id').on('p.authority_id', '=', actor.authority_id))
    .where('e.authority_id', '=', actor.authority_id)
    .where('e.verb', 'in', verbs.length === 0 ? [''] : [...verbs])
  if (search.from !== '') found = found.where('e.occurred_at', '>=', startOfDay(search.from))
  if (search.to !== '') found = found.where('e.occurred_at', '<', addDays(startOfDay(search.to), 1))
  for (const word of wordsIn(search.actor)) found = found.where((on) => on.or([on('a.given_name', 'like', word), on('a.family_name', 'like', word)]))
  for (const word of wordsIn(search.person)) {
    found = found
      .where((on) => on.or([on('p.given_name', 'like', word), on('p.family_name', 'like', word)]))
      .where(
        'e.verb',
        'in',
        AUDIT_VERBS.filter((verb) => isNamed(verb, reader)),
      )
  }
  const { total } = await found.select((on) => on.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(Number(total) / PAGE_SIZE))
  const page = Math.min(search.page, pages)
  const rows = await found
    .selectAll('e')
    .select(['a.given_name as actor_given', 'a.family_name as actor_family', 'p.given_name as person_given', 'p.family_name as person_family'])
    .orderBy('e.number', 'desc')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute()
  return {
    total: Number(total),
    page,
    pages,
    entries: rows.map((row) => {
      const named = isNamed(row.verb, reader)
      return {
        number: row.number,
        occurred_at: row.occurred_at,
        actor: nameOf(row.actor_given, row.actor_family),
        verb: row.verb,
        act: named ? (findAct(row) ?? null) : null,
        person: named ? nameOf(row.person_given, row.person_family) : null,
      }
    }),
  }
}

/** Whether the reader may know about whom, and with what reason, somebody did this. */
const isNamed = (verb: string, reader: TrailReader) => reader === 'hr' || (Object.hasOwn(ROLE_OF, verb) && ROLE_OF[verb as AuditVerb] === 'admin')

const nameOf = (given: string | null, family: string | null) => (given === null || family === null ? null : `${given} ${family}`)

/** Each word as a part of a name, without the signs that mean something to `like`: no name has them. */
const wordsIn = (text: string) =>
  text
    .split(/\s+/)
    .map((word) => word.replace(/[%_]/g, ''))
    .filter((word) => word !== '')
    .map((word) => `%${word}%`)
