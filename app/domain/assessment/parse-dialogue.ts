/** One step of a conversation: on, back, or again from an earlier decision. */
import type { ItemOf } from '#app/content/items/item.ts'
import { type AnswerOf, PATH_LIMIT } from './answer-schema.ts'
import { type FormValues, oneValue } from './form-values.ts'
import { type AnswerProblem, refuse } from './problem.ts'
import { walk } from './walk.ts'

type Parsed = { answer: AnswerOf<'dialogue'> } | { problem: AnswerProblem }

/**
 * Fields: `step` = how many choices the page showed when it was made; with it exactly one of `choice` (append),
 * `back` (drop the last), `replay_from` (keep that many choices). A form sent twice does nothing the second time;
 * a form of a page that another window has overtaken is refused with `moved_on`.
 */
export const parseDialogue = (item: ItemOf<'dialogue'>, form: FormValues, previous: AnswerOf<'dialogue'> | null): Parsed => {
  const { turns, node } = walk(item, previous?.path ?? [])
  const path = turns.map((turn) => turn.choice.id)
  const step = wholeNumber(oneValue(form, 'step'))
  const answer = (taken: readonly string[]): Parsed => ({ answer: { kind: 'dialogue', path: [...taken] } })

  const from = oneValue(form, 'replay_from')
  if (from !== undefined) {
    const keep = wholeNumber(from)
    return keep === undefined || keep > path.length ? refuse('moved_on', form, 'replay_from') : answer(path.slice(0, keep))
  }
  if (step === undefined) return refuse('choose_next', form, 'choice')
  if (oneValue(form, 'back') !== undefined) {
    if (step === path.length) return answer(path.slice(0, -1))
    return step === path.length + 1 ? answer(path) : refuse('moved_on', form, 'back')
  }
  const choice = oneValue(form, 'choice')
  if (choice === undefined) return refuse('choose_next', form, 'choice')
  if (step < path.length) return step === path.length - 1 && path[step] === choice ? answer(path) : refuse('moved_on', form, 'choice')
  if (step > path.length || node === null) return refuse('moved_on', form, 'choice')
  if (!node.choices.some((known) => known.id === choice)) return refuse('unknown_option', form, 'choice')
  return path.length >= PATH_LIMIT ? refuse('too_long', form, 'choice') : answer([...path, choice])
}

const wholeNumber = (text: string | undefined): number | undefined => (text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : undefined)
