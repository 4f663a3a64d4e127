/**
 * The rules of assignments, each in one place. What SQL counts, filters and
 * sorts (`groups.server.ts`, `people.server.ts`) is held to them by a property test.
 * Days are calendar days in Europe/Berlin (YYYY-MM-DD), instants are UTC.
 */
import type { RoleProfile } from '#db/schema.ts'
import { addMonths, dateInBerlin, daysLater, isCalendarDay } from '#app/platform/calendar.ts'

/** Characters of an explanation: everybody reads it who is to take the course. */
export const LONGEST_EXPLANATION = 600
/** Characters of the reason of a withdrawal. */
export const LONGEST_REASON = 500
/** Days that somebody has at least whose account is younger than the assignment. */
export const NEWCOMER_DAYS = 28
/** Years ahead that a date may lie. */
const MOST_YEARS = 3

/** An org unit (its id) or a role profile. */
export interface Target {
  readonly kind: 'org_unit' | 'role_profile'
  readonly target: string
}

/** What HR may know of a person and an assignment. Whether somebody has begun the course is none of it (public-sector §4.2). */
export type AssignedStatus = 'overdue' | 'open' | 'completed'

/** How an assignment as a whole stands. `ended`: its date has passed and nobody is left who has not completed. */
export type AssignmentState = 'current' | 'overdue' | 'ended' | 'withdrawn'

/** Why a day cannot be the date of an assignment: no day at all, not after today, more than three years ahead. */
export const dueProblem = (due_on: string, today: string): 'due_day' | 'due_past' | 'due_far' | undefined => {
  if (!isCalendarDay(due_on)) return 'due_day'
  if (due_on <= today) return 'due_past'
  return due_on > lastDueDay(today) ? 'due_far' : undefined
}

/** The last day that can be chosen today. */
export const lastDueDay = (today: string): string => addMonths(today, 12 * MOST_YEARS)

/** Whether a person is meant: the account is open, and the unit or the role profile of today is among the targets. */
export const isMeant = (
  person: { readonly org_unit_id: string; readonly role_profile: RoleProfile; readonly deactivated_at: string | null },
  targets: readonly Target[],
): boolean => person.deactivated_at === null && targets.some(({ kind, target }) => target === (kind === 'org_unit' ? person.org_unit_id : person.role_profile))

/**
 * Until when a person has time. Who got an account after the assignment was made has at least 28 days from then on; the account's age
 * decides, not when somebody changed the unit, because nothing says when that was.
 */
export const dueFor = (assignment: { readonly due_on: string; readonly created_at: string }, account_created_at: string): string => {
  if (account_created_at <= assignment.created_at) return assignment.due_on
  const own = daysLater(dateInBerlin(account_created_at), NEWCOMER_DAYS)
  return compare(own, assignment.due_on) > 0 ? own : assignment.due_on
}

/**
 * Overdue only when the day itself is over. A completion counts whenever it was, also before the assignment; that a certificate has expired
 * since changes nothing, because repeating a course is not planned by assignments yet.
 */
export const statusFor = (completed: boolean, due_on: string, today: string): AssignedStatus => (completed ? 'completed' : today > due_on ? 'overdue' : 'open')

/** The state of an assignment from the numbers of its people. A newcomer can make an ended one current again. */
export const stateOf = (
  assignment: { readonly due_on: string; readonly withdrawn_at: string | null },
  people: { readonly open: number; readonly overdue: number },
  today: string,
): AssignmentState => {
  if (assignment.withdrawn_at !== null) return 'withdrawn'
  if (people.overdue > 0) return 'overdue'
  return today > assignment.due_on && people.open === 0 ? 'ended' : 'current'
}

/** Of several assignments of one course the one with the earliest date; of equal dates the older. In the order of their dates. */
export const earliestPerCourse = <D extends { readonly course_id: string; readonly due_on: string; readonly created_at: string; readonly id: string }>(
  all: readonly D[],
): readonly D[] => {
  const sorted = [...all].sort((a, b) => compare(a.due_on, b.due_on) || compare(a.created_at, b.created_at) || compare(a.id, b.id))
  return sorted.filter((one, index) => sorted.findIndex(({ course_id }) => course_id === one.course_id) === index)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
