import type { Course, Language, Module } from '#app/content/course.ts'
import type { Actor } from '#app/domain/actor.ts'
import { parseAnswer, restoreAnswer } from '#app/domain/assessment/answer.ts'
import type { FormValues } from '#app/domain/assessment/form-values.ts'
import type { AnswerProblem } from '#app/domain/assessment/problem.ts'
import { type Catalogue, findItem, shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { NotFound } from '#app/domain/refusals.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import type { Tx } from '#db/types.ts'
import { type Answered, answerItem } from './answer-item.server.ts'
import { eventIdOf } from './event-id.ts'
import { findLastResponse } from './queries.server.ts'

interface Place {
  readonly catalogue: Catalogue
  readonly course: Course
  readonly module: Module
  readonly language: Language
}

/** `elsewhere`: another window answered this item after the form was drawn; both answers are kept. */
export type Taken = { readonly problem: AnswerProblem; readonly item_id: string } | (Answered & { readonly item_id: string; readonly elsewhere: boolean })

/**
 * An answer as it arrives: form fields `item`, `event_id`, `seen` (id of the newest answer when the form was drawn) and those of
 * the item's kind. A form that cannot be an answer is returned as a problem with what was typed; nothing is written then.
 */
export const takeAnswer = async (tx: Tx, actor: Actor, { catalogue, course, module, language }: Place, form: FormValues, now: string): Promise<Taken> => {
  const item_id = one(form, 'item')
  const item = findItem(catalogue, course, module, item_id, language)
  const version = module.text[shownLanguage(course, language)]?.items[item_id]?.version
  if (item === undefined || version === undefined) throw new NotFound()
  const last = await findLastResponse(tx, actor, { course_id: course.id, module_id: module.id, item_id })
  const parsed = parseAnswer(item, form, last === undefined ? null : restoreAnswer(item, last.answer), dateInBerlin(now))
  if ('problem' in parsed) return { problem: parsed.problem, item_id }
  const answered = await answerItem(tx, actor, { course, module, item, version }, { event_id: eventIdOf(form), answer: parsed.answer, now })
  return { ...answered, item_id, elsewhere: answered.outcome === 'recorded' && last !== undefined && last.id !== one(form, 'seen') }
}

const one = (form: FormValues, name: string): string => {
  const value = Object.hasOwn(form, name) ? form[name] : undefined
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
