/** A conversation as its partner may see it: while it runs without points, after an ending with all notes. */
import type { CompetenceId } from '#app/content/course.ts'
import { COMPETENCES, type ItemOf } from '#app/content/items/item.ts'
import { shuffled } from '#app/content/items/to-learner.ts'
import type { AnswerOf } from './answer-schema.ts'
import { type DialogueChoice, type DialogueNode, walk } from './walk.ts'

/** What a choice did for a competence: points 0, 1, 2. */
type Effect = 'weakened' | 'held' | 'strengthened'

interface Line {
  /** State of the scene in words. */
  readonly scene: string | null
  readonly speaker: string
  readonly says: string | null
}
/** My words, or what I do (`act`). */
interface Words {
  readonly text: string
  readonly act: boolean
}
/** Why a choice helped or hurt; only after an ending. */
interface TurnNote {
  readonly feedback: string | null
  readonly effects: readonly { readonly competence: CompetenceId; readonly effect: Effect }[]
}
interface CompetenceTally {
  readonly competence: CompetenceId
  readonly weakened: number
  readonly held: number
  readonly strengthened: number
}

export interface DialogueFeedback {
  readonly kind: 'dialogue'
  /** Number of choices taken; the form of the next choice sends it back. */
  readonly step: number
  readonly turns: readonly (Line & { readonly choice: Words; readonly note: TurnNote | null })[]
  /** The node that asks now; null after an ending. */
  readonly current: (Line & { readonly choices: readonly (Words & { readonly id: string })[] }) | null
  readonly ending: {
    readonly number: number
    readonly outcome: 'good' | 'partial' | 'poor'
    readonly title: string
    readonly text: string | null
    readonly feedback: string
    /** What I showed, over the whole conversation, in the order of first appearance. */
    readonly tallies: readonly CompetenceTally[]
  } | null
  /** How many endings the script has. */
  readonly endings: number
}

/** The transcript so far and what comes next, choices shuffled (authors write the best first); points and feedback texts only once an ending is reached. */
export const dialogueFeedback = (item: ItemOf<'dialogue'>, answer: AnswerOf<'dialogue'>): DialogueFeedback => {
  const { turns, node, ending } = walk(item, answer.path)
  return {
    kind: 'dialogue',
    step: turns.length,
    turns: turns.map((turn) => ({ ...lineOf(item, turn.node), choice: wordsOf(turn.choice), note: ending === null ? null : noteOf(turn.choice) })),
    current:
      node === null
        ? null
        : { ...lineOf(item, node), choices: shuffled(`${item.id}/${node.id}`, node.choices).map((choice) => ({ id: choice.id, ...wordsOf(choice) })) },
    ending:
      ending === null
        ? null
        : {
            number: item.endings.indexOf(ending) + 1,
            outcome: ending.outcome,
            title: ending.title,
            text: ending.text ?? null,
            feedback: ending.feedback,
            tallies: tally(turns.map((turn) => noteOf(turn.choice))),
          },
    endings: item.endings.length,
  }
}

const lineOf = (item: ItemOf<'dialogue'>, node: DialogueNode): Line => ({
  scene: node.scene ?? null,
  speaker: node.speaker ?? item.counterpart,
  says: node.says ?? null,
})
const wordsOf = (choice: DialogueChoice): Words => ({ text: choice.text, act: choice.act })

const EFFECTS: readonly Effect[] = ['weakened', 'held', 'strengthened']
const noteOf = (choice: DialogueChoice): TurnNote => ({
  feedback: choice.feedback ?? null,
  effects: COMPETENCES.flatMap((competence) =>
    choice.points[competence] === undefined ? [] : [{ competence, effect: EFFECTS[choice.points[competence]] ?? 'held' }],
  ),
})

const tally = (notes: readonly TurnNote[]): readonly CompetenceTally[] => {
  const effects = notes.flatMap((note) => note.effects)
  const count = (competence: CompetenceId, effect: Effect) => effects.filter((one) => one.competence === competence && one.effect === effect).length
  return [...new Set(effects.map((one) => one.competence))].map((competence) => ({
    competence,
    weakened: count(competence, 'weakened'),
    held: count(competence, 'held'),
    strengthened: count(competence, 'strengthened'),
  }))
}
