import { expect, test } from 'vitest'
import { dateInBerlin, startOfDay } from '#app/platform/calendar.ts'
import { draftProblems, draftSchema } from './draft.ts'
import { dueFor, dueProblem, earliestPerCourse, isMeant, lastDueDay, stateOf, statusFor } from './rules.ts'

test('a date lies after today and at most three years ahead, and is a day of the calendar', () => {
  const today = '2026-11-23'
  expect(['2026-11-24', '2029-11-23'].map((day) => dueProblem(day, today))).toEqual([undefined, undefined])
  expect(['2026-11-23', '2026-11-22', '0001-01-01'].map((day) => dueProblem(day, today))).toEqual(['due_past', 'due_past', 'due_past'])
  expect(['2029-11-24', '9999-12-31'].map((day) => dueProblem(day, today))).toEqual(['due_far', 'due_far'])
  expect(['', '2027-02-29', '2027-13-01', '24.11.2026', '2026-11-24T00:00', '+002026-11-24'].map((day) => dueProblem(day, today))).toEqual(
    Array.from({ length: 6 }, () => 'due_day'),
  )
  expect(dueProblem('2028-02-29', today)).toBeUndefined()
  expect(lastDueDay('2028-02-29')).toBe('2031-02-28')
})

test('overdue begins at midnight in Berlin, in winter an hour later by UTC than in summer', () => {
  const at = (instant: string, due: string) => statusFor(false, due, dateInBerlin(instant))
  expect([at('2026-12-31T22:59:59.999Z', '2026-12-31'), at('2026-12-31T23:00:00.000Z', '2026-12-31')]).toEqual(['open', 'overdue'])
  expect([at('2026-06-30T21:59:59.999Z', '2026-06-30'), at('2026-06-30T22:00:00.000Z', '2026-06-30')]).toEqual(['open', 'overdue'])
  // The day on which the clocks go back has 25 hours, the one on which they go forward 23.
  expect([at('2026-10-25T22:59:59.999Z', '2026-10-25'), at('2026-10-25T23:00:00.000Z', '2026-10-25')]).toEqual(['open', 'overdue'])
  expect([at('2027-03-28T21:59:59.999Z', '2027-03-28'), at('2027-03-28T22:00:00.000Z', '2027-03-28')]).toEqual(['open', 'overdue'])
  expect([startOfDay('2026-10-25'), startOfDay('2026-10-26')]).toEqual(['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'])
  expect(statusFor(true, '2026-01-01', '2026-12-01')).toBe('completed')
})

test('whoever came after the assignment has at least 28 days, by the calendar of Berlin', () => {
  const assignment = { due_on: '2026-11-30', created_at: '2026-11-01T09:00:00.000Z' }
  expect(dueFor(assignment, '2026-11-01T09:00:00.000Z')).toBe('2026-11-30')
  expect(dueFor(assignment, '2026-11-01T09:00:00.001Z')).toBe('2026-11-30')
  expect(dueFor(assignment, '2026-11-02T22:59:59.999Z')).toBe('2026-11-30')
  expect(dueFor(assignment, '2026-11-02T23:00:00.000Z')).toBe('2026-12-01')
  expect(dueFor(assignment, '2027-02-01T09:00:00.000Z')).toBe('2027-03-01')
})

test('unit or role profile of an open account is meant', () => {
  const person = { org_unit_id: 'u1', role_profile: 'trainee' as const, deactivated_at: null }
  expect(isMeant(person, [{ kind: 'org_unit', target: 'u1' }])).toBe(true)
  expect(
    isMeant(person, [
      { kind: 'org_unit', target: 'u2' },
      { kind: 'role_profile', target: 'trainee' },
    ]),
  ).toBe(true)
  expect(
    isMeant(person, [
      { kind: 'role_profile', target: 'u1' },
      { kind: 'org_unit', target: 'trainee' },
    ]),
  ).toBe(false)
  expect(isMeant({ ...person, deactivated_at: '2026-01-01T00:00:00.000Z' }, [{ kind: 'org_unit', target: 'u1' }])).toBe(false)
})

test('an assignment is ended only when its date has passed and nobody is left; withdrawn goes before everything', () => {
  const holds = { due_on: '2026-11-30', withdrawn_at: null }
  expect(stateOf(holds, { open: 0, overdue: 0 }, '2026-11-30')).toBe('current')
  expect(stateOf(holds, { open: 0, overdue: 0 }, '2026-12-01')).toBe('ended')
  expect(stateOf(holds, { open: 1, overdue: 0 }, '2026-12-01')).toBe('current')
  expect(stateOf(holds, { open: 1, overdue: 1 }, '2026-12-01')).toBe('overdue')
  expect(stateOf({ ...holds, withdrawn_at: '2026-11-02T09:00:00.000Z' }, { open: 1, overdue: 1 }, '2026-12-01')).toBe('withdrawn')
})

test('of several assignments of a course the earliest date counts', () => {
  const one = (id: string, course_id: string, due_on: string, created_at = '2026-01-01') => ({ id, course_id, due_on, created_at })
  const all = [one('a', 'x', '2026-12-01'), one('b', 'y', '2026-11-30'), one('c', 'x', '2026-11-29'), one('d', 'y', '2026-11-30', '2025-01-01')]
  expect(earliestPerCourse(all).map(({ id }) => id)).toEqual(['c', 'd'])
})

test('everything that is wrong with a form is said at once, and a date may be typed the German way', () => {
  const read = (form: object) => draftProblems(draftSchema.parse(form), { knowsCourse: false, today: '2026-11-23' })
  expect(read({})).toEqual({ course: 'course', units: 'targets', due_on: 'due_day', explanation: 'explanation' })
  expect(draftProblems(draftSchema.parse({ units: 'u1', due_on: '1.12.2026', explanation: ' Darum. ' }), { knowsCourse: true, today: '2026-11-23' })).toEqual(
    {},
  )
  expect(read({ profiles: ['trainee', 'king'], due_on: ['a', 'b'], explanation: 'x'.repeat(601) })).toEqual({
    course: 'course',
    profiles: 'profiles',
    due_on: 'due_day',
    explanation: 'explanation_long',
  })
})
