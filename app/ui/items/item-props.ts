import type { ItemKind, LearnerItem, LearnerItemOf } from '#app/content/items/item.ts'
import type { Answer } from '#app/domain/assessment/answer.ts'
import type { Feedback, Version } from '#app/domain/assessment/feedback.ts'
import type { AnswerProblem } from '#app/domain/assessment/problem.ts'

/** What every item on a page is given, whatever its kind. */
export interface ItemProps<I extends LearnerItem = LearnerItem> {
  readonly item: I
  /** The stored answer; null before the first. */
  readonly answer: Answer | null
  /** What may be said about the answer. A conversation has it from the start: its opening scene. */
  readonly feedback: Feedback | null
  /** Why the form just sent was not taken, with what was typed. */
  readonly problem: AnswerProblem | null
  /** Instant (ISO, UTC) at which the answer was stored. */
  readonly savedAt: string | null
  /** Where answers are posted. */
  readonly action: string
  readonly eventId: string
  /** Further hidden fields of the form. */
  readonly hidden: Readonly<Record<string, string>>
  /** Show the form again although there is an answer. */
  readonly retry: boolean
  /** Where "Noch einmal versuchen" leads; by default the same page with `?retry=<item>`. */
  readonly retryHref?: string | undefined
  /** Private text of a reflection or follow-up question, if the person has kept one. */
  readonly reflection: { readonly text: string; readonly savedAt: string } | null
  /** Where the private text is posted; null where nothing can be kept (preview). */
  readonly reflectionAction: string | null
  /** Versions of a text to be rewritten that were saved before the newest, newest first. */
  readonly earlier?: readonly (Version & { readonly savedAt: string })[] | undefined
  /** Likeness of all the person's ratings to the authors' (−1 … 1), where there are enough of them. */
  readonly shape?: { readonly options: number; readonly r: number } | null | undefined
  /** A sentence about what else happened to the answer just sent, for example in another window. */
  readonly notice?: string | undefined
  /** Where a hint about the item can be given; nothing where that makes no sense (preview). */
  readonly flagHref?: string | undefined
  readonly headingLevel: 2 | 3
  /** "3" or "3 von 8", shown above the question. */
  readonly number: string | undefined
  /** Instant of the request: an answer of another day is shown with its date. */
  readonly now?: string | undefined
}

/** The props of one kind. */
export type PropsOf<K extends ItemKind> = ItemProps<LearnerItemOf<K>>

/** The feedback of one kind. */
export type FeedbackOf<K extends Feedback['kind']> = Extract<Feedback, { kind: K }>

/** Whether the form is shown: nothing answered yet, wished again, or just refused. */
export const showsForm = ({ answer, feedback, retry, problem }: Pick<ItemProps, 'answer' | 'feedback' | 'retry' | 'problem'>): boolean =>
  answer === null || feedback === null || retry || problem !== null

/** Id of a control or text of an item, unique on the page. The name of a field (`gap.x`) becomes `gap-x`. */
export const idOf = (item: Pick<LearnerItem, 'id'>, part: string): string => `item-${item.id}-${part.replaceAll('.', '-')}`

/** What was typed into a field of the refused form; undefined if nothing was refused. */
export const typed = (problem: AnswerProblem | null, name: string): string | undefined => {
  if (problem === null) return undefined
  const value = Object.hasOwn(problem.values, name) ? problem.values[name] : undefined
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** All values of a field of the refused form that may come several times. */
export const allTyped = (problem: AnswerProblem | null, name: string): readonly string[] => {
  const value = problem !== null && Object.hasOwn(problem.values, name) ? problem.values[name] : undefined
  return typeof value === 'string' ? [value] : (value ?? [])
}

/** aria attributes of a control that the refusal is about. */
export const faulty = ({ item, problem }: Pick<ItemProps, 'item' | 'problem'>, field: string) =>
  problem?.fields.includes(field) === true ? ({ 'aria-invalid': true, 'aria-describedby': idOf(item, 'problem') } as const) : {}
