/** The way through a conversation. */
import type { ItemOf } from '#app/content/items/item.ts'

type Dialogue = ItemOf<'dialogue'>
export type DialogueNode = Dialogue['nodes'][number]
export type DialogueChoice = DialogueNode['choices'][number]
type DialogueEnding = Dialogue['endings'][number]

/** Where a path leads: the turns taken, then either the node that asks next or the ending reached. */
interface Walk {
  readonly turns: readonly { readonly node: DialogueNode; readonly choice: DialogueChoice }[]
  readonly node: DialogueNode | null
  readonly ending: DialogueEnding | null
}

/** Follows the choices from the start node and stops before the first that does not exist (or comes after an ending). */
export const walk = (item: Dialogue, path: readonly string[]): Walk => {
  const nodeOf = (id: string) => item.nodes.find((node) => node.id === id) ?? null
  const turns: { node: DialogueNode; choice: DialogueChoice }[] = []
  let node = nodeOf(item.start)
  let ending: DialogueEnding | null = null
  for (const id of path) {
    const choice = node?.choices.find((known) => known.id === id)
    if (node === null || choice === undefined) break
    turns.push({ node, choice })
    ending = item.endings.find((known) => known.id === choice.next) ?? null
    node = ending === null ? nodeOf(choice.next) : null
  }
  return { turns, node, ending }
}
