import type { Language } from '#app/content/course.ts'
import type { Actor } from '#app/domain/actor.ts'
import { restoreAnswer } from '#app/domain/assessment/answer.ts'
import { rateShape } from '#app/domain/assessment/rate-shape.ts'
import { type Catalogue, findItem } from '#app/domain/catalogue/catalogue.ts'
import type { Db } from '#db/types.ts'
import { listLastResponses } from './queries.server.ts'

/** How alike a person's ratings are to the authors' over everything rated so far; `r` −1 … 1. */
export interface RatingShape {
  readonly options: number
  readonly r: number
}

/** The shape of the person's first ratings in all situations and judgements of actions; null while they are too few to say anything. */
export const findRatingShape = async (
  db: Db,
  actor: Actor,
  { catalogue, language }: { readonly catalogue: Catalogue; readonly language: Language },
): Promise<RatingShape | null> => {
  const rated = catalogue.courses.flatMap((course) =>
    course.modules.flatMap((module) =>
      module.items.filter(({ kind }) => kind === 'critical-incident' || kind === 'sjt').map(({ id }) => ({ course, module, id })),
    ),
  )
  const responses = await listLastResponses(db, actor, [...new Set(rated.map(({ id }) => id))])
  const ratings = rated.flatMap(({ course, module, id }) => {
    const item = findItem(catalogue, course, module, id, language)
    const response = responses.find((one) => one.course_id === course.id && one.module_id === module.id && one.item_id === id)
    const answer = item === undefined || response === undefined ? null : restoreAnswer(item, response.answer)
    if (item?.kind === 'critical-incident' && answer?.kind === 'critical-incident') return pairsOf(item.options, answer.first)
    return item?.kind === 'sjt' && answer?.kind === 'sjt' ? pairsOf(item.options, answer.ratings) : []
  })
  const r = rateShape(ratings)
  return r === null ? null : { options: ratings.length, r }
}

const pairsOf = (options: readonly { readonly id: string; readonly rating: number }[], own: Readonly<Record<string, number>>) =>
  options.flatMap(({ id, rating }) => (own[id] === undefined ? [] : [{ own: own[id], reference: rating }]))
