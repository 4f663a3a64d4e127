import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RoleProfile } from '#db/schema.ts'
import type { Db } from '#db/types.ts'
import { addDays, dateInBerlin, daysLater } from '#app/platform/calendar.ts'
import { aCourse } from '#tests/support/course.ts'
import { actorOf, anAuthority, anOrgUnit, aPerson, freshDatabase, freshDb, published } from '#tests/support/database.ts'
import { NotFound } from '../refusals.ts'
import { countAssigned, listAssignments } from './counts.server.ts'
import { makeAssignment } from './make-assignment.server.ts'
import { assignedQuery } from './people-list.ts'
import { listAssigned, listAssignedPage, previewAssigned } from './people.server.ts'
import { getAssignment, listDue } from './queries.server.ts'
import { dueFor, isMeant, stateOf, statusFor, type Target } from './rules.ts'
import { withdrawAssignment } from './withdraw-assignment.server.ts'

const NOW = '2026-11-23T09:00:00.000Z'
const courses = ['c1', 'c2'].map((id, index) => aCourse([], { id, number: index + 1 }))

const anOffice = async (db: Db) => {
  const authority_id = (await anAuthority(db)).id
  const units = [await anOrgUnit(db, { authority_id }), await anOrgUnit(db, { authority_id })].map(({ id }) => id)
  const hr = await aPerson(db, { authority_id, org_unit_id: units[1] ?? '', roles: ['hr'], role_profile: 'head' })
  return { authority_id, units, hr: actorOf(hr, 'hr') }
}

const completed = (db: Db, authority_id: string, person_id: string, course_id: string, completed_at: string | null) =>
  db
    .insertInto('course_state')
    .values({
      ...{ authority_id, person_id, course_id, completed_at, started_at: NOW, last_active_at: NOW },
      ...{ last_module_id: null, completed_revision_id: null, completed_score: null, transfer_status: null, through_seq: 1 },
    })
    .execute()

const facts = (id: string, more: Partial<Parameters<typeof makeAssignment>[2]> = {}) => ({
  ...{ id, course_id: 'c1', due_on: '2026-12-31', explanation: 'Weil es hilft.', org_units: [], role_profiles: ['case_work'] as RoleProfile[], now: NOW },
  ...more,
})

/** A person of the property below, as drawn. */
interface DrawnPerson {
  readonly id: string
  readonly org_unit_id: string
  readonly role_profile: RoleProfile
  readonly created_at: string
  readonly deactivated_at: string | null
  /** By course. */
  readonly done: readonly boolean[]
}

/** An assignment of the property below, as drawn. */
interface DrawnAssignment {
  readonly id: string
  readonly course_id: string
  readonly due_on: string
  readonly created_at: string
  readonly withdrawn_at: string | null
  readonly targets: readonly Target[]
  /** Of the course. */
  readonly place: number
}

test('the same form is one assignment and one entry; a changed one is refused; the trail says what was decided', async () => {
  const db = await freshDb()
  await published(db, ...courses)
  const { hr, units, authority_id } = await anOffice(db)
  const make = (more: Partial<Parameters<typeof makeAssignment>[2]> = {}) =>
    db.transaction().execute((tx) => makeAssignment(tx, hr, facts('assignment-1', { org_units: [...units], ...more })))
  expect([await make(), await make({ org_units: [...units].reverse() }), await make({ due_on: '2027-01-01' })]).toEqual([
    'made',
    'made_before',
    'made_otherwise',
  ])
  expect(await db.transaction().execute((tx) => makeAssignment(tx, hr, facts('assignment-2', { due_on: '2026-11-23' })))).toBe('due_past')
  const withdraw = (reason: string) => db.transaction().execute((tx) => withdrawAssignment(tx, hr, 'assignment-1', { reason, now: NOW }))
  expect([await withdraw('Zu früh'), await withdraw('Zu früh'), await withdraw('Anders')]).toEqual(['withdrawn', 'withdrawn', 'withdrawn_before'])
  expect((await getAssignment(db, hr, 'assignment-1')).withdrawn_reason).toBe('Zu früh')
  const trail = await db.selectFrom('audit_entry').select(['verb', 'detail', 'reason']).where('authority_id', '=', authority_id).orderBy('number').execute()
  expect(trail.map(({ verb, detail, reason }) => [verb, JSON.parse(detail), reason])).toEqual([
    ['assignment_made', { course: 'c1', due_on: '2026-12-31', org_units: [...units].sort(), role_profiles: ['case_work'] }, null],
    ['assignment_withdrawn', { course: 'c1' }, 'Zu früh'],
  ])
})

test('another authority’s units and assignments are not there', async () => {
  const db = await freshDb()
  await published(db, ...courses)
  const [ours, theirs] = [await anOffice(db), await anOffice(db)]
  await db.transaction().execute((tx) => makeAssignment(tx, theirs.hr, facts('assignment-1', { org_units: theirs.units })))
  await expect(db.transaction().execute((tx) => makeAssignment(tx, ours.hr, facts('assignment-2', { org_units: theirs.units })))).rejects.toThrow(NotFound)
  await expect(getAssignment(db, ours.hr, 'assignment-1')).rejects.toThrow(NotFound)
  await expect(db.transaction().execute((tx) => withdrawAssignment(tx, ours.hr, 'assignment-1', { reason: 'x', now: NOW }))).rejects.toThrow(NotFound)
  expect(await listAssignments(db, ours.hr, { now: NOW })).toEqual([])
  // The same id in two authorities is two assignments.
  expect(await db.transaction().execute((tx) => makeAssignment(tx, ours.hr, facts('assignment-1')))).toBe('made')
})

test('what SQL counts and lists is what the rules say, over random people, dates and targets', async () => {
  const profiles = ['front_desk', 'case_work', 'trainee'] as const
  // Around the edges: the day, the 28 days before it, and midnight in Berlin.
  const instant = fc
    .tuple(fc.constantFrom(0, -1, -27, -28, -29, -30, -60, -90), fc.constantFrom('T12:00:00.000Z', 'T22:59:59.999Z', 'T23:00:00.000Z', 'T09:00:00.000Z'))
    .map(([days, time]) => `${addDays(NOW, days).slice(0, 10)}${time}`)
  const person = fc.record({
    unit: fc.nat(2),
    role_profile: fc.constantFrom(...profiles),
    created_at: instant,
    deactivated: fc.boolean(),
    states: fc.tuple(fc.constantFrom('none', 'begun', 'done'), fc.constantFrom('none', 'begun', 'done')),
  })
  const assignment = fc.record({
    course: fc.nat(1),
    due: fc.constantFrom(-40, -28, -1, 0, 1, 5, 27, 28, 90),
    created_at: instant,
    withdrawn: fc.boolean(),
    units: fc.uniqueArray(fc.nat(2), { maxLength: 2 }),
    profiles: fc.uniqueArray(fc.constantFrom(...profiles), { maxLength: 2 }),
  })
  const shapes = fc.record({
    people: fc.array(person, { maxLength: 14 }),
    assignments: fc.array(
      assignment.filter(({ units, profiles: chosen }) => units.length + chosen.length > 0),
      { maxLength: 5 },
    ),
    hour: fc.constantFrom('2026-11-23T09:00:00.000Z', '2026-11-23T22:59:59.999Z', '2026-11-23T23:00:00.000Z', '2026-10-25T23:30:00.000Z'),
  })
  await fc.assert(
    fc.asyncProperty(shapes, async ({ people: drawn, assignments: made, hour: now }) => {
      const { db, close } = await freshDatabase()
      await published(db, ...courses)
      const authority_id = (await anAuthority(db)).id
      const units = await Promise.all([0, 1, 2].map(async (index) => (await anOrgUnit(db, { authority_id, id: `u${index}` })).id))
      const elsewhere = await aPerson(db)
      const hr = actorOf({ authority_id, person_id: 'nobody' }, 'hr')
      const people: DrawnPerson[] = []
      for (const [index, one] of drawn.entries()) {
        const row = { id: `p${index}`, org_unit_id: units[one.unit] ?? '', role_profile: one.role_profile }
        const deactivated_at = one.deactivated && index % 3 === 0 ? NOW : null
        await aPerson(db, { authority_id, ...row, deactivated_at })
        // `created_at` never changes in the product; a fixture may.
        await db
          .updateTable('person')
          .set({ created_at: one.created_at } as never)
          .where('authority_id', '=', authority_id)
          .where('id', '=', row.id)
          .execute()
        for (const [place, state] of one.states.entries())
          if (state !== 'none') await completed(db, authority_id, row.id, courses[place]?.id ?? '', state === 'done' ? NOW : null)
        people.push({ ...row, created_at: one.created_at, deactivated_at, done: one.states.map((state) => state === 'done') })
      }
      const today = dateInBerlin(now)
      const assignments: DrawnAssignment[] = []
      for (const [index, one] of made.entries()) {
        const targets: Target[] = [
          ...one.units.map((unit) => ({ kind: 'org_unit' as const, target: units[unit] ?? '' })),
          ...one.profiles.map((profile) => ({ kind: 'role_profile' as const, target: profile })),
        ]
        const row = {
          ...{ id: `a${index}`, course_id: courses[one.course]?.id ?? '', due_on: daysLater(today, one.due), explanation: 'x', created_at: one.created_at },
          ...{ withdrawn_at: one.withdrawn && index % 2 === 1 ? NOW : null, withdrawn_reason: one.withdrawn && index % 2 === 1 ? 'x' : null },
        }
        await db
          .insertInto('assignment')
          .values({ authority_id, ...row })
          .execute()
        await db
          .insertInto('assignment_target')
          .values(targets.map((target) => ({ authority_id, assignment_id: row.id, ...target })))
          .execute()
        assignments.push({ ...row, targets, place: one.course })
      }
      // The same id and an assignment to the same words in another authority must not count here.
      await db
        .insertInto('assignment')
        .values({
          authority_id: elsewhere.authority_id,
          id: 'a0',
          course_id: 'c1',
          due_on: '2020-01-01',
          explanation: 'x',
          created_at: NOW,
          withdrawn_at: null,
          withdrawn_reason: null,
        })
        .execute()
      await db
        .insertInto('assignment_target')
        .values(profiles.map((target) => ({ authority_id: elsewhere.authority_id, assignment_id: 'a0', kind: 'role_profile' as const, target })))
        .execute()

      const held = assignments.filter(({ withdrawn_at }) => withdrawn_at === null)
      const statusOf = (one: (typeof people)[number], to: (typeof assignments)[number]) =>
        statusFor(one.done[to.place] ?? false, dueFor(to, one.created_at), today)
      const numbers = (statuses: readonly string[]) => ({
        completed: statuses.filter((status) => status === 'completed').length,
        open: statuses.filter((status) => status === 'open').length,
        overdue: statuses.filter((status) => status === 'overdue').length,
      })

      // The list.
      for (const row of await listAssignments(db, hr, { now })) {
        const own = assignments.find(({ id }) => id === row.id)
        if (own === undefined) throw new Error(row.id)
        const expected = own.withdrawn_at === null ? numbers(people.filter((one) => isMeant(one, own.targets)).map((one) => statusOf(one, own))) : numbers([])
        expect(row).toMatchObject({ ...expected, state: stateOf(own, expected, today) })
        const loaded = await getAssignment(db, hr, own.id)
        const query = assignedQuery.parse({})
        const listed = await listAssigned(db, hr, loaded, query, { now })
        const meant = people.filter((one) => isMeant(one, own.targets))
        expect(Object.fromEntries(listed.map((one) => [one.id, [one.due_on, one.status]]))).toEqual(
          Object.fromEntries(meant.map((one) => [one.id, [dueFor(own, one.created_at), statusOf(one, own)]])),
        )
        for (const status of ['overdue', 'open', 'completed'] as const) {
          const page = await listAssignedPage(db, hr, loaded, assignedQuery.parse({ status, sort: '-due' }), { now })
          expect(page.rows.map(({ status: said }) => said)).toEqual(Array.from({ length: page.total }, () => status))
          expect(page.total).toBe(meant.filter((one) => statusOf(one, own) === status).length)
          expect(page.rows.map(({ due_on }) => due_on)).toEqual(
            page.rows
              .map(({ due_on }) => due_on)
              .sort()
              .reverse(),
          )
        }
        const preview = await previewAssigned(db, hr, {
          course_id: own.course_id,
          due_on: own.due_on,
          org_units: own.targets.filter(({ kind }) => kind === 'org_unit').map(({ target }) => target),
          role_profiles: own.targets.filter(({ kind }) => kind === 'role_profile').map(({ target }) => target as RoleProfile),
        })
        expect(preview).toMatchObject({ people: meant.length, completed: meant.filter((one) => one.done[own.place]).length })
      }

      // The sums, and what each person is asked for: person × course, the earliest date.
      const pairs: string[] = []
      for (const one of people) {
        const asked = held.filter(({ targets }) => isMeant(one, targets))
        const due = await listDue(db, actorOf({ authority_id, person_id: one.id }), { now })
        const expected = courses.flatMap(({ id }, place) => {
          const dates = asked.filter(({ course_id }) => course_id === id).map((to) => dueFor(to, one.created_at))
          const [earliest] = dates.sort()
          if (earliest === undefined) return []
          const done = one.done[place] ?? false
          pairs.push(statusFor(done, earliest, today))
          return done ? [] : [[id, earliest, today > earliest]]
        })
        if (one.deactivated_at === null) expect(due.map(({ course_id, due_on, overdue }) => [course_id, due_on, overdue]).sort()).toEqual(expected.sort())
      }
      expect(await countAssigned(db, hr, { now })).toEqual({ assignments: held.length, ...numbers(pairs) })
      await close()
    }),
    { numRuns: 60 },
  )
}, 120_000)

test('the start page asks for one’s own courses through the index of targets', async () => {
  const { db, raw } = await freshDatabase()
  await published(db, ...courses)
  const { hr, authority_id, units } = await anOffice(db)
  await db.transaction().execute((tx) => makeAssignment(tx, hr, facts('assignment-1', { org_units: units })))
  const plan = raw
    .prepare(
      `explain query plan select a.id from person p join assignment_target t on t.authority_id = ? and ((t.kind = 'org_unit' and t.target = p.org_unit_id) or (t.kind = 'role_profile' and t.target = p.role_profile)) join assignment a on a.id = t.assignment_id and a.authority_id = ? where p.authority_id = ? and p.id = ?`,
    )
    .all(authority_id, authority_id, authority_id, 'x') as readonly { readonly detail: string }[]
  const text = plan.map(({ detail }) => detail).join('\n')
  expect(text).toContain('assignment_target_of')
  expect(text).not.toMatch(/SCAN/)
  // Someone of a unit and of a role profile that are both meant is asked once, and told both reasons.
  const person = await aPerson(db, { authority_id, org_unit_id: units[0] ?? '', role_profile: 'case_work' })
  const [due, ...others] = await listDue(db, person.actor, { now: NOW })
  expect([due?.course_id, due?.profile, due?.unit === null, others.length]).toEqual(['c1', 'case_work', false, 0])
})
