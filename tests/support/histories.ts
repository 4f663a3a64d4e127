/** Histories of people and completions, for properties that must hold whatever happened. */
import fc from 'fast-check'
import type { Db } from '#db/types.ts'
import { aCourse } from './course.ts'
import { anAuthority, anOrgUnit, aPerson, published } from './database.ts'

/** The courses of the histories. */
export const HISTORY_COURSES = ['course-1', 'course-2', 'course-3'] as const
/** Around the ends of months and years in Berlin, and a day that nobody has anything against. */
const TIMES = [
  ...['2025-12-31T22:59:59.999Z', '2025-12-31T23:00:00.000Z', '2026-03-31T21:59:59.999Z', '2026-03-31T22:00:00.000Z'],
  ...['2026-10-31T22:59:59.999Z', '2026-10-31T23:00:00.000Z', '2026-11-20T10:00:00.000Z', '2026-11-20T10:30:00.000Z'],
] as const

/** Two authorities (`auental`, `bergstadt`) with two units each (`desk`, `stay`); their people have the same ids. */
export const twoOffices = async (db: Db) => {
  await published(db, ...HISTORY_COURSES.map((id, index) => aCourse([], { id, number: index + 1 })))
  for (const id of ['auental', 'bergstadt']) {
    await anAuthority(db, { id })
    for (const unit of ['desk', 'stay']) await anOrgUnit(db, { authority_id: id, id: unit })
  }
}

/** One change to people or completions. */
export const step = fc.record({
  authority: fc.constantFrom('auental', 'auental', 'auental', 'bergstadt'),
  // Few people, so that what is done to one builds on what was done before.
  person: fc.nat(2),
  course: fc.constantFrom(...HISTORY_COURSES),
  at: fc.constantFrom(...TIMES),
  unit: fc.constantFrom('desk', 'stay'),
  role_profile: fc.constantFrom('case_work' as const, 'trainee' as const),
  verb: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom('join', 'complete') },
    { weight: 3, arbitrary: fc.constantFrom('begin', 'undo', 'forget', 'move', 'leave', 'return', 'go', 'rename', 'age') },
  ),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** One change as the commands make it, and some that no command makes: a completion at another
 * time, taken back, or deleted with its person; an account that is older or younger than it was. */
export const take = async (db: Db, { authority, person, course, at, unit, role_profile, verb }: Step): Promise<void> => {
  const id = `person-${person}`
  const [authority_id, person_id] = [authority, id]
  const there = await db.selectFrom('person').select('id').where('authority_id', '=', authority).where('id', '=', id).executeTakeFirst()
  if (there === undefined) {
    if (verb !== 'join') return
    await aPerson(db, { authority_id, id, org_unit_id: unit, role_profile, email: `${id}@${authority}.example`, deactivated_at: at < '2026-01' ? at : null })
    return
  }
  const change = (values: Record<string, string | null>) =>
    db.updateTable('person').set(values).where('person.authority_id', '=', authority).where('person.id', '=', id).execute()
  const states = db.deleteFrom('course_state').where('authority_id', '=', authority).where('person_id', '=', id)
  switch (verb) {
    case 'complete':
    case 'begin':
    case 'undo': {
      const completed_at = verb === 'complete' ? at : null
      const values = { ...{ authority_id, person_id, course_id: course, started_at: at, last_active_at: at }, completed_at, through_seq: 1 }
      const insert = db.insertInto('course_state').values({
        ...values,
        ...{ last_module_id: null, completed_revision_id: null, completed_score: null, transfer_status: null },
      })
      if (verb === 'begin') await insert.onConflict((on) => on.columns(['authority_id', 'person_id', 'course_id']).doNothing()).execute()
      else await insert.onConflict((on) => on.columns(['authority_id', 'person_id', 'course_id']).doUpdateSet({ completed_at, last_active_at: at })).execute()
      return
    }
    case 'forget':
      await states.where('course_id', '=', course).execute()
      return
    case 'move':
      await change({ org_unit_id: unit, role_profile })
      return
    case 'leave':
      await change({ deactivated_at: at })
      return
    case 'return':
      await change({ deactivated_at: null })
      return
    case 'go':
      await states.execute()
      await db.deleteFrom('person').where('authority_id', '=', authority).where('id', '=', id).execute()
      return
    case 'rename':
      await change({ family_name: at })
      return
    case 'age':
      await change({ created_at: at })
  }
}
