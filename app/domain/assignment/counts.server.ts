/** How many people are meant, have completed, or are late. No names. The rules are those of `rules.ts`, applied to groups of people. */
import type { Db } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { requireSight } from '../privacy/policy.ts'
import { listGroups, type PeopleGroup } from './groups.server.ts'
import { type Today, todayOf } from './meant.server.ts'
import { type Assignment, listEveryAssignment } from './queries.server.ts'
import { type AssignmentState, dueFor, isMeant, stateOf, statusFor } from './rules.ts'

/** People by their status; each person is in one of the three. */
export interface Numbers {
  readonly completed: number
  /** Has time left. */
  readonly open: number
  readonly overdue: number
}

/**
 * What is assigned in the actor's authority, for the dashboard: assignments that hold, and person × course pairs by status. A person with several
 * assignments of one course counts once, late as soon as the earliest date has passed. Withdrawn assignments do not count.
 */
export const countAssigned = async (db: Db, actor: Actor<'hr'>, { now }: { readonly now: string }): Promise<Numbers & { readonly assignments: number }> => {
  const { held, courses, groups, today } = await readAll(db, actor, now)
  let sum: Numbers = NOBODY
  for (const [index, course] of courses.entries()) {
    const ofCourse = held.filter(({ course_id }) => course_id === course)
    for (const group of groups) {
      const own = ofCourse.filter((assignment) => means(assignment, group))
      if (own.length > 0)
        sum = plus(
          sum,
          numbersOf(
            group,
            index,
            own.some((assignment) => isLate(assignment, group, today)),
          ),
        )
    }
  }
  return { assignments: held.length, ...sum }
}

/** An assignment with how it stands. Nobody is counted for a withdrawn one. */
export interface CountedAssignment extends Assignment, Numbers {
  readonly people: number
  readonly state: AssignmentState
}

/** Every assignment of the actor's authority with its numbers, those that hold first. */
export const listAssignments = async (db: Db, actor: Actor<'hr'>, { now }: { readonly now: string }): Promise<readonly CountedAssignment[]> => {
  const { all, courses, groups, today } = await readAll(db, actor, now)
  return all.map((assignment) => {
    const index = courses.indexOf(assignment.course_id)
    const meant = assignment.withdrawn_at === null ? groups.filter((group) => means(assignment, group)) : []
    const numbers = meant.reduce((sum, group) => plus(sum, numbersOf(group, index, isLate(assignment, group, today))), NOBODY)
    const people = numbers.completed + numbers.open + numbers.overdue
    return { ...assignment, ...numbers, people, state: stateOf(assignment, numbers, today.today) }
  })
}

/** Three statements, however many assignments there are. */
const readAll = async (db: Db, actor: Actor<'hr'>, now: string) => {
  requireSight(actor, 'completion', 'status')
  const today = todayOf(now)
  const all = await listEveryAssignment(db, actor)
  const held = all.filter(({ withdrawn_at }) => withdrawn_at === null)
  const courses = [...new Set(held.map(({ course_id }) => course_id))]
  const groups = courses.length === 0 ? [] : await listGroups(db, actor, { courses, settledBefore: today.settledBefore })
  return { all, held, courses, groups, today }
}

const means = ({ targets }: Assignment, group: PeopleGroup): boolean => isMeant({ ...group, deactivated_at: null }, targets)

/** For who came before `settledBefore` the 28 days are over, so that the date of the assignment decides alone. */
const isLate = (assignment: Assignment, { joined_at }: PeopleGroup, { today }: Today): boolean =>
  statusFor(false, joined_at === '' ? assignment.due_on : dueFor(assignment, joined_at), today) === 'overdue'

const NOBODY: Numbers = { completed: 0, open: 0, overdue: 0 }

const numbersOf = ({ people, completed: done }: PeopleGroup, course: number, late: boolean): Numbers => {
  const completed = done[course] ?? 0
  return { completed, open: late ? 0 : people - completed, overdue: late ? people - completed : 0 }
}

const plus = (a: Numbers, b: Numbers): Numbers => ({ completed: a.completed + b.completed, open: a.open + b.open, overdue: a.overdue + b.overdue })
