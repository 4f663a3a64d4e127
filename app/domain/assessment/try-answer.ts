/** Answering without a trace, for the preview of trainers: the same reading, scoring and feedback as for learners, and no database. */
import type { Item } from '#app/content/items/item.ts'
import { type Answer, parseAnswer, restoreAnswer, startOf } from './answer.ts'
import { evaluate } from './evaluate.ts'
import { type Feedback, feedbackFor } from './feedback.ts'
import { type FormValues, oneValue } from './form-values.ts'
import type { AnswerProblem } from './problem.ts'

/** What a page shows of an answer that nobody keeps. */
export interface Trial {
  readonly answer: Answer | null
  readonly feedback: Feedback | null
  readonly problem: AnswerProblem | null
  /** 0 … 1000; null where the kind does not count or nothing is answered yet. */
  readonly score: number | null
}

/** The item as nobody has answered it yet, or as it stands after `previous` (JSON of an answer; what does not fit counts as none). */
export const beginTrial = (item: Item, previous: string | undefined): Trial => trialOf(item, previousOf(item, previous), null)

/**
 * One answer to the item. The answer so far travels in the form itself (field `previous`, JSON), because nothing is stored; it is
 * checked against the item like a stored one. `today` as for `parseAnswer`.
 */
export const tryAnswer = (item: Item, form: FormValues, today: string): Trial => {
  const previous = previousOf(item, oneValue(form, 'previous'))
  const parsed = parseAnswer(item, form, previous, today)
  return 'answer' in parsed ? trialOf(item, parsed.answer, null) : trialOf(item, previous, parsed.problem)
}

const trialOf = (item: Item, answer: Answer | null, problem: AnswerProblem | null): Trial => ({
  answer,
  feedback: answer === null ? null : feedbackFor(item, answer),
  problem,
  score: answer === null ? null : evaluate(item, answer).score,
})

const previousOf = (item: Item, json: string | undefined): Answer | null => {
  const parsed = json === undefined ? null : parseJson(json)
  return restoreAnswer(item, parsed) ?? startOf(item)
}

const parseJson = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
