import type { Course, Language, Module } from '#app/content/course.ts'
import type { Item, ItemKind } from '#app/content/items/item.ts'
import type { Actor } from '#app/domain/actor.ts'
import { type Answer, restoreAnswer, startOf } from '#app/domain/assessment/answer.ts'
import { type Feedback, feedbackFor, type Version, versionOf } from '#app/domain/assessment/feedback.ts'
import { type Catalogue, findItem } from '#app/domain/catalogue/catalogue.ts'
import type { Db } from '#db/types.ts'
import { findLastResponses, findReflections, type LastResponse, listResponses } from './queries.server.ts'
import { findRatingShape, type RatingShape } from './rating-shape.server.ts'

/** What a person may see of one item: the own answer, and only the feedback that belongs to it. */
export interface ItemView {
  readonly answer: Answer | null
  readonly feedback: Feedback | null
  /** Id of the newest answer, so that a form can say what it had seen. */
  readonly response_id: string | null
  /** Instant of the newest answer. */
  readonly saved_at: string | null
  /** The item was revised since, so that the old answer no longer fits it. */
  readonly revised: boolean
  readonly reflection: { readonly text: string; readonly saved_at: string } | null
  /** A text to be rewritten keeps every version; these are the ones before the newest, newest first. */
  readonly earlier: readonly (Version & { readonly saved_at: string })[]
  /** Over all ratings of the person, beside an item that is rated and answered; null elsewhere and while they are few. */
  readonly shape: RatingShape | null
}

/** The person's view of every item of a module, by item id. */
export const listItemViews = async (
  db: Db,
  actor: Actor,
  { catalogue, course, module, language }: { readonly catalogue: Catalogue; readonly course: Course; readonly module: Module; readonly language: Language },
): Promise<Readonly<Record<string, ItemView>>> => {
  const responses = await findLastResponses(db, actor, course.id, module.id)
  const reflections = await findReflections(db, actor, course.id, module.id)
  const rewrites = module.items.filter(({ kind }) => kind === 'rewrite').map(({ id }) => id)
  const versions = await listResponses(db, actor, { course_id: course.id, module_id: module.id }, rewrites)
  const isRated = ({ kind }: { readonly kind: ItemKind }) => kind === 'critical-incident' || kind === 'sjt'
  const shape = module.items.some((item) => isRated(item) && responses.has(item.id)) ? await findRatingShape(db, actor, { catalogue, language }) : null
  const views = module.items.flatMap(({ id }) => {
    const item = findItem(catalogue, course, module, id, language)
    if (item === undefined) return []
    const response = responses.get(id)
    const stored = response === undefined ? null : restoreAnswer(item, response.answer)
    const answer = stored ?? startOf(item)
    const view: ItemView = {
      answer,
      feedback: answer === null ? null : feedbackFor(item, answer),
      response_id: response?.id ?? null,
      saved_at: stored === null ? null : (response?.answered_at ?? null),
      revised: response !== undefined && stored === null,
      reflection: reflections.get(id) ?? null,
      earlier: earlierOf(item, versions.get(id) ?? [], response?.id),
      shape: isRated(item) && stored !== null ? shape : null,
    }
    return [[id, view] as const]
  })
  return Object.fromEntries(views)
}

const earlierOf = (item: Item, responses: readonly LastResponse[], newest: string | undefined): ItemView['earlier'] =>
  responses.flatMap(({ id, answer: stored, answered_at }) => {
    const answer = id === newest ? null : restoreAnswer(item, stored)
    return answer?.kind === 'rewrite' ? [{ ...versionOf(answer), saved_at: answered_at }] : []
  })
