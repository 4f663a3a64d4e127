import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Db } from '#db/types.ts'
import { monthsUntil, yearStart } from '#app/platform/calendar.ts'
import { actorOf, aPerson, freshDatabase, freshDb } from '#tests/support/database.ts'
import { HISTORY_COURSES, step, take, twoOffices } from '#tests/support/histories.ts'
import { countAccounts, countCompletions } from './completions.server.ts'
import { getOverview } from './coverage.server.ts'

const NOW = '2026-11-28T09:30:00.000Z'
const COURSES = HISTORY_COURSES.map((id, index) => ({ id, minutes: 40 + index, competences: ['K1'] as const }))

/** The figures as their definitions say, person by person. */
const plainly = async (db: Db, authority_id: string) => {
  const people = await db.selectFrom('person').selectAll().where('authority_id', '=', authority_id).where('deactivated_at', 'is', null).execute()
  const all = await db.selectFrom('course_state').selectAll().where('authority_id', '=', authority_id).where('completed_at', 'is not', null).execute()
  const states = all.filter(({ person_id }) => people.some(({ id }) => id === person_id))
  const months = monthsUntil(NOW, 12)
  const over = (until: string | null, instant: string) => until === null || instant < until
  const since = (person: string) => people.find(({ id }) => id === person)?.created_at ?? ''
  return {
    accounts: months.map(({ until }) => people.filter(({ created_at }) => over(until, created_at)).length),
    by_month: months.map(({ until }) => states.filter((one) => over(until, one.completed_at ?? '') && over(until, since(one.person_id))).length),
    this_year: HISTORY_COURSES.map((id) => states.filter((one) => one.course_id === id && (one.completed_at ?? '') >= yearStart(NOW)).length),
    units: ['desk', 'stay'].flatMap((unit) => {
      const own = people.filter(({ org_unit_id }) => org_unit_id === unit)
      const completed = HISTORY_COURSES.map((id) => states.filter((one) => one.course_id === id && own.some((person) => person.id === one.person_id)).length)
      return own.length === 0 ? [] : [{ id: unit, people: own.length, completed }]
    }),
  }
}

test('the figures are those of their definitions, counted person by person', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 90 }), async (history) => {
      const db = await freshDb()
      await twoOffices(db)
      for (const one of history) await take(db, one)
      const actor = actorOf({ authority_id: 'auental', person_id: 'hr' }, 'hr')
      const facts = { courses: COURSES, months: monthsUntil(NOW, 12), year_from: yearStart(NOW) }
      const { coverage, minutes_this_year } = await getOverview(db, actor, COURSES, { now: NOW })
      const should = await plainly(db, 'auental')
      expect(await countAccounts(db, actor, facts)).toEqual(should.accounts)
      expect(await countCompletions(db, actor, facts)).toEqual({ by_month: should.by_month, this_year: should.this_year })
      const units = coverage.units.map(({ id, people, courses }) => ({ id, people, completed: courses.map(({ completed }) => completed) }))
      expect(units.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(should.units)
      expect(minutes_this_year).toBe(should.this_year.reduce((sum, count, index) => sum + count * (40 + index), 0))
    }),
    { numRuns: 60 },
  )
})

test('no statement of the overview looks at people one by one, but for the accounts by month; those come from an index', async () => {
  const { db, raw } = await freshDatabase()
  await twoOffices(db)
  const hr = await aPerson(db, { authority_id: 'auental', org_unit_id: 'desk' })
  const asked: string[] = []
  const prepare = raw.prepare.bind(raw)
  raw.prepare = ((sql: string) => {
    asked.push(sql)
    return prepare(sql)
  }) as typeof raw.prepare
  await getOverview(db, actorOf(hr, 'hr'), COURSES, { now: NOW })
  expect(asked.length).toBeGreaterThan(3)
  for (const sql of asked.filter((one) => /"(person|course_state)"/.test(one))) {
    const parameters = Array.from({ length: sql.split('?').length - 1 }, () => 'a')
    const plan = raw.prepare<string[], { detail: string }>(`explain query plan ${sql}`).all(...parameters)
    for (const { detail } of plan) if (detail.startsWith('SEARCH')) expect(detail).toContain('person_joined (authority_id=? AND created_at')
  }
})
