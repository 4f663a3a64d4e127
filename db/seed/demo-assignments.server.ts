/** What HR of the demo has assigned: one course with time left, one whose date has passed, one that was withdrawn. */
import type { Catalogue } from '#app/domain/catalogue/catalogue.ts'
import { appendAudit } from '#app/domain/privacy/append-audit.server.ts'
import { addDays, dateInBerlin, daysLater } from '#app/platform/calendar.ts'
import type { RoleProfile } from '../schema.ts'
import type { Tx } from '../types.ts'

interface DemoAssignment {
  readonly id: string
  /** Place of the course in the catalogue, from 0. */
  readonly course: number
  /** Places of the units in the authority, from 1. */
  readonly units: readonly number[]
  readonly profiles: readonly RoleProfile[]
  /** Days before today on which it was made, and from today to its date. */
  readonly made: number
  readonly due: number
  readonly explanation: string
  readonly withdrawn?: { readonly days: number; readonly reason: string }
}

const AUTHORITY = 'auental'
const MADE_BY = 'auental-beate-tillmann'

const demoAssignments: readonly DemoAssignment[] = [
  {
    id: 'auental-assignment-1',
    course: 1,
    units: [1, 5],
    profiles: [],
    made: 84,
    due: -12,
    explanation: 'Im Infopunkt und im humanitären Bereich beginnen die meisten Gespräche. Alle dort sollen dieselben Grundlagen haben.',
  },
  {
    id: 'auental-assignment-2',
    course: 2,
    units: [],
    profiles: ['front_desk'],
    made: 62,
    due: 60,
    explanation: 'Die neuen Schreiben werden zuerst am Infopunkt erklärt.',
    withdrawn: { days: 40, reason: 'Die neuen Schreiben kommen erst im nächsten Jahr. Wir weisen den Kurs dann neu zu.' },
  },
  {
    id: 'auental-assignment-3',
    course: 0,
    units: [2, 3],
    profiles: ['trainee'],
    made: 25,
    due: 38,
    explanation: 'Zum Jahreswechsel führen wir in beiden Aufenthaltsteams den Willkommensgruß am Schalter ein. Der Kurs bereitet darauf vor.',
  },
]

/** Writes them with their entries in the trail, in the order in which they happened. */
export const insertAssignments = async (tx: Tx, catalogue: Catalogue, now: string): Promise<void> => {
  const actor = { authority_id: AUTHORITY, person_id: MADE_BY }
  const today = dateInBerlin(now)
  for (const { id, course: place, units, profiles, made, due, explanation, withdrawn } of demoAssignments) {
    const course = catalogue.courses[place]
    if (course === undefined) continue
    const org_units = units.map((unit) => `${AUTHORITY}-unit-${unit}`)
    const facts = { authority_id: AUTHORITY, id, course_id: course.id, due_on: daysLater(today, due), explanation }
    const [created_at, withdrawn_at] = [addDays(now, -made), withdrawn === undefined ? null : addDays(now, -withdrawn.days)]
    await tx
      .insertInto('assignment')
      .values({ ...facts, created_at, withdrawn_at, withdrawn_reason: withdrawn?.reason ?? null })
      .execute()
    const targets = [
      ...org_units.map((target) => ({ kind: 'org_unit' as const, target })),
      ...profiles.map((target) => ({ kind: 'role_profile' as const, target })),
    ]
    await tx
      .insertInto('assignment_target')
      .values(targets.map((target) => ({ authority_id: AUTHORITY, assignment_id: id, ...target })))
      .execute()
    const subject = { subject_kind: 'assignment', subject_id: id } as const
    const detail = { course: course.id, due_on: facts.due_on, org_units, role_profiles: [...profiles] }
    await appendAudit(tx, actor, { verb: 'assignment_made', ...subject, detail }, { now: created_at })
    if (withdrawn === undefined || withdrawn_at === null) continue
    await appendAudit(tx, actor, { verb: 'assignment_withdrawn', ...subject, detail: { course: course.id }, reason: withdrawn.reason }, { now: withdrawn_at })
  }
}
