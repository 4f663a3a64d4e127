/**
 * What may be said after an answer: the only way on which keys, ratings and feedback texts leave the server, and
 * only those that belong to the answer given. A wrong choice never names the right one, because it may be tried again.
 */
import type { Item, ItemOf } from '#app/content/items/item.ts'
import { rightId } from '#app/content/items/to-learner.ts'
import type { Answer } from './answer.ts'
import type { AnswerOf } from './answer-schema.ts'
import { type DialogueFeedback, dialogueFeedback } from './dialogue-feedback.ts'
import { figuresOf, type TextFigures } from './text-figures.ts'
import { rateCloseness } from './rate-closeness.ts'
import { isRightGap } from './score-gap.ts'
import { isRightPair } from './score-match.ts'
import { rightTransitions } from './score-order.ts'

/**
 * `feedback`: of the options chosen. `note`: of the whole item, only with a right answer.
 * `hint`: of the whole item, after every answer. Right sides go by their public id.
 */
export type Feedback =
  | { readonly kind: 'single'; readonly right: boolean; readonly option: string; readonly feedback: string; readonly note: string | null }
  | { readonly kind: 'multiple'; readonly right: boolean; readonly options: readonly Chosen[]; readonly missing: number; readonly note: string | null }
  | {
      readonly kind: 'truefalse'
      readonly right: boolean
      readonly verdict: { readonly given: boolean; readonly right: boolean; readonly feedback: string }
      readonly reason: Chosen
    }
  | {
      readonly kind: 'order'
      readonly right: boolean
      readonly entries: readonly { readonly id: string; readonly right: boolean }[]
      readonly transitions: Share
      readonly hint: string
    }
  | {
      readonly kind: 'match'
      readonly right: boolean
      readonly pairs: readonly { readonly left: string; readonly right: string; readonly isRight: boolean }[]
      readonly hint: string
    }
  | {
      readonly kind: 'gap'
      readonly right: boolean
      readonly gaps: readonly { readonly id: string; readonly text: string; readonly right: boolean }[]
      readonly hint: string
    }
  | {
      readonly kind: 'critical-incident'
      readonly options: readonly (Rated & { readonly again: number | null })[]
      readonly near: number
      readonly closeness: Closeness
    }
  | { readonly kind: 'sjt'; readonly options: readonly Rated[]; readonly near: number; readonly closeness: number; readonly note: string | null }
  | DialogueFeedback
  | {
      readonly kind: 'rewrite'
      readonly version: Version
      readonly sample: string
      readonly note: string | null
      readonly original: TextFigures
    }
  | { readonly kind: 'transfer'; readonly status: 'done' | 'tried' | 'not_yet'; readonly on: string | null }

/** A version of a text: own words, the writer's own marks on the rubric (0 open, 1 partly, 2 met) and plain counts. */
export interface Version {
  readonly text: string
  readonly marks: Readonly<Record<string, 1 | 2>>
  /** Sum of the marks: to compare own versions, not people. */
  readonly points: number
  readonly figures: TextFigures
}
interface Chosen {
  readonly id: string
  readonly right: boolean
  readonly feedback: string
}
interface Share {
  readonly right: number
  readonly of: number
}
/** `own` and `authors` 1…5; the authors' rating is provisional until a panel has rated. */
interface Rated {
  readonly id: string
  readonly own: number
  readonly authors: number
  readonly feedback: string
}
/** 0…1000, for practice only. */
interface Closeness {
  readonly first: number
  readonly again: number | null
}

/** The feedback that belongs to `answer`. Throws if answer and item differ in kind. */
export const feedbackFor = (item: Item, answer: Answer): Feedback => {
  if (item.kind === 'single' && answer.kind === 'single') return forSingle(item, answer)
  if (item.kind === 'multiple' && answer.kind === 'multiple') return forMultiple(item, answer)
  if (item.kind === 'truefalse' && answer.kind === 'truefalse') return forTruefalse(item, answer)
  if (item.kind === 'order' && answer.kind === 'order') return forOrder(item, answer)
  if (item.kind === 'match' && answer.kind === 'match') return forMatch(item, answer)
  if (item.kind === 'gap' && answer.kind === 'gap') return forGap(item, answer)
  if (item.kind === 'critical-incident' && answer.kind === 'critical-incident') return forIncident(item, answer)
  if (item.kind === 'sjt' && answer.kind === 'sjt') return forSjt(item, answer)
  if (item.kind === 'dialogue' && answer.kind === 'dialogue') return dialogueFeedback(item, answer)
  if (item.kind === 'rewrite' && answer.kind === 'rewrite') return forRewrite(item, answer)
  if (item.kind === 'transfer' && answer.kind === 'transfer') return { kind: 'transfer', status: answer.status, on: answer.on ?? null }
  throw new Error(`Feedback for an answer of kind ${answer.kind} was asked of item ${item.id} of kind ${item.kind}`)
}

const forSingle = (item: ItemOf<'single'>, answer: AnswerOf<'single'>): Feedback => {
  const chosen = chosenOf(item.options, answer.option)
  return { kind: 'single', right: chosen.right, option: chosen.id, feedback: chosen.feedback, note: chosen.right ? (item.feedback ?? null) : null }
}

const forMultiple = (item: ItemOf<'multiple'>, answer: AnswerOf<'multiple'>): Feedback => {
  const options = answer.options.map((id) => chosenOf(item.options, id))
  const missing = item.options.filter((option) => option.correct && !answer.options.includes(option.id)).length
  const right = missing === 0 && options.every((option) => option.right)
  return { kind: 'multiple', right, options, missing, note: right ? (item.feedback ?? null) : null }
}

const forTruefalse = (item: ItemOf<'truefalse'>, answer: AnswerOf<'truefalse'>): Feedback => {
  const right = answer.verdict === item.answer
  const reason = chosenOf(item.reasons, answer.reason)
  return {
    kind: 'truefalse',
    right: right && reason.right,
    verdict: { given: answer.verdict, right, feedback: right ? item.feedback_right : item.feedback_wrong },
    reason,
  }
}

const forOrder = (item: ItemOf<'order'>, answer: AnswerOf<'order'>): Feedback => {
  const entries = answer.entries.map((id, at) => ({ id, right: item.entries[at]?.id === id }))
  const transitions = { right: rightTransitions(item, answer), of: item.entries.length - 1 }
  return { kind: 'order', right: entries.every((entry) => entry.right), entries, transitions, hint: item.feedback }
}

const forMatch = (item: ItemOf<'match'>, answer: AnswerOf<'match'>): Feedback => {
  const pairs = item.pairs.map(({ id }) => ({ left: id, right: rightId(item.id, answer.pairs[id] ?? ''), isRight: isRightPair(item, answer, id) }))
  return { kind: 'match', right: pairs.every((pair) => pair.isRight), pairs, hint: item.feedback }
}

const forGap = (item: ItemOf<'gap'>, answer: AnswerOf<'gap'>): Feedback => {
  const gaps = item.gaps.map((gap) => ({ id: gap.id, text: answer.texts[gap.id] ?? '', right: isRightGap(gap, answer) }))
  return { kind: 'gap', right: gaps.every((gap) => gap.right), gaps, hint: item.feedback }
}

const forIncident = (item: ItemOf<'critical-incident'>, answer: AnswerOf<'critical-incident'>): Feedback => ({
  kind: 'critical-incident',
  options: item.options.map((option) => ({ ...ratedOf(option, answer.first), again: answer.again?.[option.id] ?? null })),
  near: nearOf(item.options, answer.again ?? answer.first),
  closeness: { first: rateCloseness(item.options, answer.first), again: answer.again === undefined ? null : rateCloseness(item.options, answer.again) },
})

const forSjt = (item: ItemOf<'sjt'>, answer: AnswerOf<'sjt'>): Feedback => ({
  kind: 'sjt',
  options: item.options.map((option) => ratedOf(option, answer.ratings)),
  near: nearOf(item.options, answer.ratings),
  closeness: rateCloseness(item.options, answer.ratings),
  note: item.feedback ?? null,
})

const forRewrite = (item: ItemOf<'rewrite'>, answer: AnswerOf<'rewrite'>): Feedback => ({
  kind: 'rewrite',
  version: versionOf(answer),
  sample: item.sample,
  note: item.feedback ?? null,
  original: figuresOf(item.original),
})

/** What may be shown of a version, of the newest as of those before it. */
export const versionOf = ({ text, checks, partly = [] }: AnswerOf<'rewrite'>): Version => ({
  text,
  marks: Object.fromEntries([...checks.map((id) => [id, 2] as const), ...partly.map((id) => [id, 1] as const)]),
  points: checks.length * 2 + partly.length,
  figures: figuresOf(text),
})

type Choice = ItemOf<'single'>['options'][number]
const chosenOf = (options: readonly Choice[], id: string): Chosen => {
  const option = options.find((known) => known.id === id)
  return { id, right: option?.correct ?? false, feedback: option?.feedback ?? '' }
}

type RatedOption = ItemOf<'sjt'>['options'][number]
const ratedOf = (option: RatedOption, ratings: Readonly<Record<string, number>>): Rated => ({
  id: option.id,
  own: ratings[option.id] ?? 0,
  authors: option.rating,
  feedback: option.feedback,
})
/** Options rated at most one step away from the authors. */
const nearOf = (options: readonly RatedOption[], ratings: Readonly<Record<string, number>>): number =>
  options.filter((option) => Math.abs((ratings[option.id] ?? 9) - option.rating) <= 1).length
