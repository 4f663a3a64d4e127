/** Many authorities with many people, written in bulk: what a bench reads must be as much as a Land would have. */
import type { Database } from 'better-sqlite3'
import type { Course } from '#app/content/course.ts'

export interface Population {
  readonly authorities: number
  readonly people_each: number
}

/** An authority as the bench names it. */
export const authorityId = (name: string, number: number) => `${name}-${number}`

const UNITS = ['Infopunkt', 'Aufenthalt A–K', 'Aufenthalt L–Z', 'Arbeit und Studium', 'Rückfragen', 'Leitung']
const GIVEN = ['Ada', 'Bela', 'Cem', 'Dana', 'Emre', 'Finja', 'Goran', 'Hala', 'Ivo', 'Jana', 'Kemal', 'Lara']
const FAMILY = ['Abel', 'Çelik', 'Dorn', 'Ewald', 'Förster', 'Grün', 'Hoxha', 'Ihle', 'Jansen', 'Kaya', 'Lindner', 'Münch', 'Nowak', 'Öztürk', 'Petrović']
/** Share of the people who completed the first, second, third … course. */
const COMPLETED = [0.6, 0.4, 0.2]

/**
 * Adds authorities of `people_each` people each, with completed modules and courses in ledger and states. Answers are left out:
 * no page that is measured reads those of other people. One transaction; the same every time.
 */
export const populate = (raw: Database, courses: readonly Course[], name: string, { authorities, people_each }: Population): void => {
  const insert = (table: string, columns: readonly string[]) =>
    raw.prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`)
  const authority = insert('authority', ['id', 'name', 'short_name', 'region', 'contact_email', 'is_demo', 'created_at'])
  const unit = insert('org_unit', ['authority_id', 'id', 'name', 'position', 'created_at'])
  const person = insert('person', ['authority_id', 'id', 'email', 'email_norm', 'given_name', 'family_name', 'org_unit_id', 'role_profile', 'created_at'])
  const role = insert('person_role', ['authority_id', 'person_id', 'role', 'granted_at'])
  const event = insert('learning_event', ['authority_id', 'id', 'person_id', 'course_id', 'revision_id', 'module_id', 'type', 'payload', 'occurred_at'])
  const moduleState = insert('module_state', [
    'authority_id',
    'person_id',
    'course_id',
    'module_id',
    'opened_at',
    'last_active_at',
    'completed_at',
    'through_seq',
  ])
  const courseState = insert('course_state', [
    'authority_id',
    'person_id',
    'course_id',
    'started_at',
    'last_active_at',
    'last_module_id',
    'completed_at',
    'completed_revision_id',
    'completed_score',
    'through_seq',
  ])
  const complete = (authority_id: string, person_id: string, course: Course, at: string) => {
    const write = (id: string, module: string | null, type: string, payload: string) =>
      Number(event.run(authority_id, `${person_id}-${course.number}-${id}`, person_id, course.id, course.revision, module, type, payload, at).lastInsertRowid)
    for (const module of course.modules) {
      const seq = write(`module-${module.number}`, module.id, 'module_completed', '{}')
      moduleState.run(authority_id, person_id, course.id, module.id, at, at, at, seq)
    }
    const seq = write('course', null, 'course_completed', '{"score":900}')
    courseState.run(authority_id, person_id, course.id, at, at, course.modules.at(-1)?.id ?? null, at, course.revision, 900, seq)
  }
  raw.transaction(() => {
    for (let a = 0; a < authorities; a += 1) {
      const authority_id = authorityId(name, a)
      authority.run(authority_id, `Behörde ${name} ${a}`, `${name} ${a}`, 'Gießen', `kontakt@${authority_id}.example`, 0, STARTED)
      for (const [position, label] of UNITS.entries()) unit.run(authority_id, `unit-${position}`, label, position, STARTED)
      for (let p = 0; p < people_each; p += 1) {
        const person_id = `person-${p}`
        const email = `${person_id}@${authority_id}.example`
        const at = [GIVEN[p % GIVEN.length], `${FAMILY[p % FAMILY.length]}-${p}`, `unit-${p % UNITS.length}`, p % 7 === 0 ? 'front_desk' : 'case_work', STARTED]
        person.run(authority_id, person_id, email, email, ...at)
        // The first of each authority may do everything; a bench needs no second sign-in.
        if (p === 0) for (const granted of ['hr', 'trainer', 'admin', 'lead']) role.run(authority_id, person_id, granted, STARTED)
        courses.forEach((course, position) => {
          // The first ten have done nothing yet: they are the ones who answer.
          if (p >= 10 && ((p * 7 + position * 13) % 100) / 100 < (COMPLETED[position] ?? 0.1))
            complete(authority_id, person_id, course, dayOf(p * 31 + position))
        })
      }
    }
  })()
  raw.pragma('wal_checkpoint(truncate)')
}

const STARTED = '2025-01-07T08:00:00.000Z'
/** Spread over a year and a half. */
const dayOf = (number: number) => new Date(Date.parse('2025-03-03T09:00:00.000Z') + (number % 540) * 86_400_000).toISOString()
