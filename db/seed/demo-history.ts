/** Half a year of learning, person by person, as the events that the product itself would have written. */
import type { Temporal } from 'temporal-polyfill'
import type { Course, ItemReference, Module } from '#app/content/course.ts'
import { type Catalogue, findItem } from '#app/domain/catalogue/catalogue.ts'
import type { Answer } from '#app/domain/assessment/answer.ts'
import { evaluate } from '#app/domain/assessment/evaluate.ts'
import type { NewEvent } from '#app/domain/progress/events.ts'
import { foldAll } from '#app/domain/progress/fold.ts'
import { pointsOf, reachesPassMark } from '#app/domain/progress/pass-mark.ts'
import { isRequired } from '#app/domain/progress/standing.ts'
import type { RoleProfile } from '../schema.ts'
import { demoAnswer } from './demo-answer.ts'
import type { Dice } from './dice.ts'
import { aMoment } from './working-days.ts'

export interface DemoPerson {
  readonly authority_id: string
  readonly person_id: string
  readonly role_profile: RoleProfile
  /** 0…1. */
  readonly eagerness: number
}

type Unnamed<E> = E extends unknown ? Omit<E, 'id'> : never
/** An event without its id, whose it is, and the answer where it is one. */
export interface DemoEvent {
  readonly event: Unnamed<NewEvent>
  readonly person: DemoPerson
  readonly answer: { readonly json: string; readonly version: string } | null
}

interface Clock {
  at: number
}

const MINUTE = 60_000

/** What a person has done up to the last of `days`. A course is rolled out every few weeks, in the order of the catalogue. */
export const historyOf = (person: DemoPerson, catalogue: Catalogue, days: readonly Temporal.PlainDate[], end: number, dice: Dice): DemoEvent[] => {
  const spacing = (days.length * 0.8) / catalogue.courses.length
  return catalogue.courses.flatMap((course, position) => {
    if (!dice.chance(interestIn(course, person))) return []
    const start = Math.floor(position * spacing) + Math.floor(dice.next() ** 2 * days.length * 0.75)
    return takeCourse(
      { person, catalogue, course, days, end, dice },
      start,
      dice.chance(0.12 + 0.4 * (1 - person.eagerness)) ? dice.between(1, course.modules.length) : null,
    )
  })
}

/** Where the demo leads back to: some modules done, then half of the items of the next, on the last day of work. */
export const unfinishedCourse = (
  person: DemoPerson,
  catalogue: Catalogue,
  course: Course,
  days: readonly Temporal.PlainDate[],
  end: number,
  dice: Dice,
): DemoEvent[] => {
  const walk = { person, catalogue, course, days, end, dice }
  const middle = Math.max(
    0,
    course.modules.findIndex((module, index) => index > 0 && module.items.filter(isRequired).length > 1),
  )
  const done = course.modules
    .slice(0, middle)
    .flatMap((module, index) => takeModule(walk, module, { at: aMoment(dayAt(days, days.length - 3 * (middle - index) - 2), dice) }))
  const current = course.modules[middle]
  if (current === undefined) return done
  const clock = { at: aMoment(dayAt(days, days.length - 2), dice) }
  const half = current.items.filter(isRequired).slice(0, Math.ceil(current.items.filter(isRequired).length / 2))
  return [...done, opened(walk, current, clock), ...half.flatMap((item) => answers(walk, current, item, clock))].filter(
    ({ event }) => event.occurred_at <= iso(end),
  )
}

/** A course gone through from end to end, begun in the middle of the demo's half year. */
export const finishedCourse = (
  person: DemoPerson,
  catalogue: Catalogue,
  course: Course,
  days: readonly Temporal.PlainDate[],
  end: number,
  dice: Dice,
): DemoEvent[] => takeCourse({ person, catalogue, course, days, end, dice }, Math.floor(days.length / 2), null)

interface Walk {
  readonly person: DemoPerson
  readonly catalogue: Catalogue
  readonly course: Course
  readonly days: readonly Temporal.PlainDate[]
  /** Milliseconds since 1970 after which nothing has happened yet. */
  readonly end: number
  readonly dice: Dice
}

const interestIn = (course: Course, { role_profile, eagerness }: DemoPerson): number =>
  course.core_for.includes(role_profile) ? eagerness : course.optional_for.includes(role_profile) ? eagerness * 0.35 : 0.04

/** `until`: the module in which the person stopped, from 1, or null for somebody who went through. One module on one day. */
const takeCourse = (walk: Walk, start: number, until: number | null): DemoEvent[] => {
  let day = start
  const events: DemoEvent[] = []
  for (const [index, module] of walk.course.modules.entries()) {
    if (day >= walk.days.length) break
    const clock = { at: aMoment(dayAt(walk.days, day), walk.dice) }
    if (until === index + 1) {
      events.push(opened(walk, module, clock))
      break
    }
    events.push(...takeModule(walk, module, clock))
    day += walk.dice.between(1, 6)
  }
  return completed(
    walk,
    events.filter(({ event }) => event.occurred_at <= iso(walk.end)),
  )
}

const takeModule = (walk: Walk, module: Module, clock: Clock): DemoEvent[] => [
  opened(walk, module, clock),
  ...module.items.filter((item) => isRequired(item) || walk.dice.chance(0.5)).flatMap((item) => answers(walk, module, item, clock)),
  moduleEvent(walk, module, 'module_completed', pass(clock, MINUTE)),
]

const opened = (walk: Walk, module: Module, clock: Clock): DemoEvent => {
  const event = moduleEvent(walk, module, 'module_opened', clock.at)
  pass(clock, Math.min(module.minutes, 8) * MINUTE * (0.5 + walk.dice.next()))
  return event
}

/** One or two attempts. Where the person's first try is wrong, most try again until it is right. */
const answers = (walk: Walk, module: Module, reference: ItemReference, clock: Clock): DemoEvent[] => {
  const { dice } = walk
  const tries = dice.chance(0.72) ? [true] : dice.chance(0.8) ? [false, true] : [false]
  return tries.flatMap((right) => {
    pass(clock, reference.minutes * MINUTE * (0.4 + dice.next() * 0.8))
    const given = answerTo(walk, module, reference, right)
    if (given === null) return []
    const event = {
      ...placeOf(walk),
      module_id: module.id,
      item_id: reference.id,
      type: 'item_answered' as const,
      payload: given.evaluation,
      occurred_at: iso(clock.at),
    }
    return [{ event, person: walk.person, answer: given.answer }]
  })
}

const answerTo = ({ catalogue, course, dice }: Walk, module: Module, reference: ItemReference, right: boolean) => {
  const language = course.languages[0] ?? 'de'
  const item = findItem(catalogue, course, module, reference.id, language)
  if (item === undefined) return null
  const answer = item.kind === 'rewrite' ? ownWords(item.rubric) : demoAnswer(item, right, dice)
  if (answer === null) return null
  const { done, score } = evaluate(item, answer)
  const version = module.text[language]?.items[item.id]?.version ?? ''
  return { evaluation: { done, score }, answer: { json: JSON.stringify(answer), version } }
}

const ownWords = (rubric: readonly { readonly id: string }[]): Answer => ({
  kind: 'rewrite',
  text: 'Wir brauchen noch zwei Unterlagen von Ihnen. Bitte bringen Sie sie bis zum 15. mit.',
  checks: rubric.map((line) => line.id),
})

/** Appends the completion where every module is completed and the mark is reached, as the product does with the last step. */
const completed = (walk: Walk, events: DemoEvent[]): DemoEvent[] => {
  const { person, course } = walk
  const last = events.at(-1)
  const states = foldAll(
    events.map(({ event }, index) => ({ ...event, id: String(index), seq: index, authority_id: person.authority_id, person_id: person.person_id })),
  )
  const points = pointsOf(course, states.items)
  if (last === undefined || states.modules.filter((module) => module.completed_at !== null).length < course.modules.length || !reachesPassMark(course, points))
    return events
  const event = {
    ...placeOf(walk),
    module_id: null,
    item_id: null,
    type: 'course_completed' as const,
    payload: { score: points.score },
    occurred_at: last.event.occurred_at,
  }
  return [...events, { event, person, answer: null }]
}

const moduleEvent = (walk: Walk, module: Module, type: 'module_opened' | 'module_completed', at: number): DemoEvent => ({
  event: { ...placeOf(walk), module_id: module.id, item_id: null, type, payload: {}, occurred_at: iso(at) },
  person: walk.person,
  answer: null,
})

const placeOf = ({ course }: Walk) => ({ course_id: course.id, revision_id: course.revision })
const dayAt = (days: readonly Temporal.PlainDate[], index: number) => days[Math.min(days.length - 1, Math.max(0, index))] as Temporal.PlainDate
const pass = (clock: Clock, milliseconds: number): number => {
  clock.at += Math.round(milliseconds / 1000) * 1000
  return clock.at
}
const iso = (at: number) => new Date(at).toISOString()
