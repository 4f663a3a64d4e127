/** Reads of assignments. What names people or counts them stands in `people.server.ts` and `counts.server.ts`. */
import type { RoleProfile } from '#db/schema.ts'
import type { Db } from '#db/types.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import type { Actor } from '../actor.ts'
import { NotFound } from '../refusals.ts'
import { targetMeans } from './meant.server.ts'
import { dueFor, earliestPerCourse, type Target } from './rules.ts'

/** An assignment with whom it is for. */
export interface Assignment {
  readonly id: string
  readonly course_id: string
  readonly due_on: string
  readonly explanation: string
  readonly created_at: string
  readonly withdrawn_at: string | null
  readonly withdrawn_reason: string | null
  /** Org units in the order of the authority with their names, then role profiles. */
  readonly targets: readonly (Target & { readonly name: string | null })[]
}

/** The assignment of the actor's authority, or undefined. */
export const findAssignment = async (db: Db, actor: Actor<'hr'>, id: string): Promise<Assignment | undefined> => {
  const row = await db
    .selectFrom('assignment')
    .select(COLUMNS)
    .where('assignment.authority_id', '=', actor.authority_id)
    .where('assignment.id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : { ...row, targets: (await listTargets(db, actor, id)).map(({ assignment_id: _, ...target }) => target) }
}

/** As `findAssignment`. Throws NotFound where there is none. */
export const getAssignment = async (db: Db, actor: Actor<'hr'>, id: string): Promise<Assignment> => {
  const found = await findAssignment(db, actor, id)
  if (found === undefined) throw new NotFound()
  return found
}

/** Every assignment of the actor's authority: those that hold by their date, then the withdrawn. Without anything about people. */
export const listEveryAssignment = async (db: Db, actor: Actor<'hr'>): Promise<readonly Assignment[]> => {
  const rows = await db
    .selectFrom('assignment')
    .select(COLUMNS)
    .where('assignment.authority_id', '=', actor.authority_id)
    .orderBy((on) => on.case().when('assignment.withdrawn_at', 'is', null).then(0).else(1).end())
    .orderBy('assignment.due_on')
    .orderBy('assignment.id')
    .execute()
  const targets = new Map<string, Assignment['targets'][number][]>()
  for (const { assignment_id, ...target } of await listTargets(db, actor)) targets.set(assignment_id, [...(targets.get(assignment_id) ?? []), target])
  return rows.map((row) => ({ ...row, targets: targets.get(row.id) ?? [] }))
}

/** A course that the actor is asked to complete. */
export interface Due {
  /** Of the assignment whose date counts. */
  readonly id: string
  readonly course_id: string
  /** The actor's own date. */
  readonly due_on: string
  readonly overdue: boolean
  /** In HR's own words. */
  readonly explanation: string
  readonly created_at: string
  /** Why the actor is meant: the name of the own unit and the own role profile, where the assignment is for them. */
  readonly unit: string | null
  readonly profile: RoleProfile | null
}

/**
 * The courses that the actor is asked to complete and has not completed, each once with its earliest date, the next date first. One statement
 * over the index of targets: it stands on the start page.
 */
export const listDue = async (db: Db, actor: Actor<'learner'>, { now }: { readonly now: string }): Promise<readonly Due[]> => {
  const rows = await db
    .selectFrom('person as p')
    .innerJoin('org_unit as u', (join) => join.onRef('u.id', '=', 'p.org_unit_id').on('u.authority_id', '=', actor.authority_id))
    .innerJoin('assignment_target as t', (join) => join.on('t.authority_id', '=', actor.authority_id).on(targetMeans))
    .innerJoin('assignment as a', (join) => join.onRef('a.id', '=', 't.assignment_id').on('a.authority_id', '=', actor.authority_id))
    .where('p.authority_id', '=', actor.authority_id)
    .where('p.id', '=', actor.person_id)
    .where('a.withdrawn_at', 'is', null)
    .where((on) =>
      on.not(
        on.exists(
          on
            .selectFrom('course_state as s')
            .select('s.course_id')
            .where('s.authority_id', '=', actor.authority_id)
            .whereRef('s.person_id', '=', 'p.id')
            .whereRef('s.course_id', '=', 'a.course_id')
            .where('s.completed_at', 'is not', null),
        ),
      ),
    )
    .select(['a.id', 'a.course_id', 'a.due_on', 'a.explanation', 'a.created_at', 'p.created_at as joined_at', 'p.role_profile', 'u.name', 't.kind'])
    .orderBy('a.id')
    .orderBy('t.kind')
    .execute()
  const today = dateInBerlin(now)
  const due = new Map<string, Due>()
  for (const { joined_at, role_profile, name, kind, ...row } of rows) {
    const due_on = dueFor(row, joined_at)
    const { unit, profile } = due.get(row.id) ?? { unit: null, profile: null }
    due.set(row.id, {
      ...row,
      due_on,
      overdue: today > due_on,
      unit: kind === 'org_unit' ? name : unit,
      profile: kind === 'role_profile' ? role_profile : profile,
    })
  }
  return earliestPerCourse([...due.values()])
}

const COLUMNS = [
  'assignment.id',
  'assignment.course_id',
  'assignment.due_on',
  'assignment.explanation',
  'assignment.created_at',
  'assignment.withdrawn_at',
  'assignment.withdrawn_reason',
] as const

const listTargets = (db: Db, actor: Actor<'hr'>, assignment?: string) =>
  db
    .selectFrom('assignment_target as t')
    .leftJoin('org_unit as u', (join) => join.onRef('u.id', '=', 't.target').on('t.kind', '=', 'org_unit').on('u.authority_id', '=', actor.authority_id))
    .select(['t.assignment_id', 't.kind', 't.target', 'u.name'])
    .where('t.authority_id', '=', actor.authority_id)
    .$if(assignment !== undefined, (query) => query.where('t.assignment_id', '=', assignment ?? ''))
    .orderBy('t.assignment_id')
    .orderBy('t.kind')
    .orderBy('u.position')
    .orderBy('u.name')
    .orderBy('t.target')
    .execute()
