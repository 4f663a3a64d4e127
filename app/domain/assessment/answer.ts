/** An answer to an item: read from a form, read back from the store. Scoring is in evaluate.ts, feedback in feedback.ts. */
import type { z } from 'zod'
import type { Item, ItemOf } from '#app/content/items/item.ts'
import { type AnswerOf, answerSchema } from './answer-schema.ts'
import type { FormValues } from './form-values.ts'
import { parseGap, parseMatch, parseOrder } from './parse-arrangement.ts'
import { parseMultiple, parseSingle, parseTruefalse } from './parse-choice.ts'
import { parseDialogue } from './parse-dialogue.ts'
import { parseCriticalIncident, parseSjt } from './parse-ratings.ts'
import { parseRewrite, parseTransfer } from './parse-text.ts'
import { type AnswerProblem, refuse } from './problem.ts'
import { walk } from './walk.ts'

/** What a person answered, JSON-serialisable, by kind. Carries ids and own words, never a key. */
export type Answer = z.infer<typeof answerSchema>

/**
 * Reads the answer to `item` from a form. `previous` is the stored answer (null before the first): a conversation
 * goes on from it and a situation keeps its first rating. `today` (calendar date, Europe/Berlin) is needed only to
 * refuse a planned transfer date in the past. Never throws, whatever the form holds.
 */
export const parseAnswer = (item: Item, form: FormValues, previous: Answer | null, today?: string): { answer: Answer } | { problem: AnswerProblem } => {
  switch (item.kind) {
    case 'single':
      return parseSingle(item, form)
    case 'multiple':
      return parseMultiple(item, form)
    case 'truefalse':
      return parseTruefalse(item, form)
    case 'order':
      return parseOrder(item, form)
    case 'match':
      return parseMatch(item, form)
    case 'gap':
      return parseGap(item, form)
    case 'critical-incident':
      return parseCriticalIncident(item, form, previous?.kind === item.kind ? previous : null)
    case 'sjt':
      return parseSjt(item, form)
    case 'dialogue':
      return parseDialogue(item, form, previous?.kind === item.kind ? previous : null)
    case 'rewrite':
      return parseRewrite(item, form)
    case 'transfer':
      return parseTransfer(item, form, today)
    case 'reflection':
      return refuse('not_answerable', form)
  }
}

/** The answer an item begins with: an empty path for a conversation (its feedback is the opening scene), else null. */
export const startOf = (item: Item): Answer | null => (item.kind === 'dialogue' ? { kind: 'dialogue', path: [] } : null)

/**
 * A stored answer (parsed JSON) as an answer to the item as it is today; null where the item has changed so much
 * that the answer no longer fits (an option is gone, a choice of the conversation no longer exists).
 */
export const restoreAnswer = (item: Item, stored: unknown): Answer | null => {
  const parsed = answerSchema.safeParse(stored)
  if (!parsed.success || parsed.data.kind !== item.kind) return null
  const answer = item.kind === 'rewrite' && parsed.data.kind === 'rewrite' ? withinRubric(item, parsed.data) : parsed.data
  return fits(item, answer) ? answer : null
}

/** Own words outlive a changed rubric: only the marks on points that are gone are dropped. */
const withinRubric = (item: ItemOf<'rewrite'>, { partly, ...answer }: AnswerOf<'rewrite'>): AnswerOf<'rewrite'> => {
  const known = (points: readonly string[]) => points.filter((point) => among(item.rubric, [point]))
  const half = known(partly ?? [])
  return { ...answer, checks: known(answer.checks), ...(half.length > 0 ? { partly: half } : {}) }
}

const fits = (item: Item, answer: Answer): boolean => {
  switch (answer.kind) {
    case 'single':
      return item.kind === 'single' && among(item.options, [answer.option])
    case 'multiple':
      return item.kind === 'multiple' && among(item.options, answer.options)
    case 'truefalse':
      return item.kind === 'truefalse' && among(item.reasons, [answer.reason])
    case 'order':
      return item.kind === 'order' && answersAll(item.entries, answer.entries)
    case 'match':
      return item.kind === 'match' && answersAll(item.pairs, Object.keys(answer.pairs)) && answersAll(item.pairs, Object.values(answer.pairs))
    case 'gap':
      return item.kind === 'gap' && answersAll(item.gaps, Object.keys(answer.texts))
    case 'critical-incident':
      return item.kind === 'critical-incident' && [answer.first, answer.again ?? answer.first].every((rated) => answersAll(item.options, Object.keys(rated)))
    case 'sjt':
      return item.kind === 'sjt' && answersAll(item.options, Object.keys(answer.ratings))
    case 'dialogue':
      return item.kind === 'dialogue' && walk(item, answer.path).turns.length === answer.path.length
    case 'rewrite':
      return item.kind === 'rewrite' && among(item.rubric, [...answer.checks, ...(answer.partly ?? [])])
    case 'transfer':
      return item.kind === 'transfer'
  }
}

type Named = readonly { readonly id: string }[]
const among = (things: Named, ids: readonly string[]): boolean => ids.every((id) => things.some((thing) => thing.id === id))
const answersAll = (things: Named, ids: readonly string[]): boolean => ids.length === things.length && new Set(ids).size === ids.length && among(things, ids)
