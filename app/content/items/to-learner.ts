/** From a whole item to what the browser may know before the answer. */
import { hashOf, sha256 } from '../hash.ts'
import type { Item, ItemOf, LearnerItem } from './item.ts'
import { itemMinutes } from './minutes.ts'

/**
 * The learner's payload of an item: built up field by field, so that a new field of the schema stays hidden until
 * somebody lets it out here. Options are shuffled by the item's id (the same for everybody, and the same at every visit).
 */
export const toLearner = (item: Item): LearnerItem => {
  const base = { id: item.id, version: itemVersion(item), minutes: itemMinutes(item), competences: item.competences }
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return { ...base, kind: item.kind, prompt: item.prompt, options: shuffled(item.id, item.options.map(shown)) }
    case 'truefalse':
      return { ...base, kind: item.kind, prompt: item.prompt, reasons: shuffled(item.id, item.reasons.map(shown)) }
    case 'order':
      return { ...base, kind: item.kind, prompt: item.prompt, entries: disordered(item.id, item.entries.map(shown)) }
    case 'match':
      return {
        ...base,
        kind: item.kind,
        prompt: item.prompt,
        lefts: item.pairs.map((pair) => ({ id: pair.id, text: pair.left })),
        rights: disordered(
          item.id,
          item.pairs.map((pair) => ({ id: rightId(item.id, pair.id), text: pair.right })),
        ),
      }
    case 'gap':
      return { ...base, kind: item.kind, prompt: item.prompt, gaps: item.gaps.map((gap) => ({ id: gap.id, label: gap.label })) }
    case 'critical-incident':
      return {
        ...base,
        kind: item.kind,
        title: item.title,
        situation: paragraphs(item.situation),
        question: item.question,
        options: shuffled(item.id, item.options.map(shown)),
        ...(item.follow_up === undefined ? {} : { follow_up: item.follow_up }),
      }
    case 'sjt':
      return { ...base, kind: item.kind, title: item.title, prompt: item.prompt, options: shuffled(item.id, item.options.map(shown)) }
    case 'dialogue':
      return { ...base, kind: item.kind, title: item.title, role: item.role, counterpart: item.counterpart }
    case 'rewrite':
      return { ...base, kind: item.kind, title: item.title, prompt: item.prompt, original: item.original, rubric: item.rubric.map(point) }
    case 'reflection':
      return { ...base, kind: item.kind, prompt: item.prompt }
    case 'transfer':
      return {
        ...base,
        kind: item.kind,
        title: item.title,
        task: item.task,
        weeks: item.weeks,
        ...(item.evidence === undefined ? {} : { evidence: item.evidence }),
      }
  }
}

/** Changes with every change of the item, also of its key: stored beside an answer. */
export const itemVersion = (item: Item): string => hashOf(item).slice(0, 16)

/**
 * The public id of the right side of a match pair. Both sides of a pair share the author's id, which would be the key.
 * Small letters and digits.
 */
export const rightId = (itemId: string, pairId: string): string => opaque('right', itemId, pairId)

/**
 * The item as the compiler keeps it: ids that stand in a form and could tell the key become opaque. Authors number
 * entries in the right order, name a gap by its solution, and write the best choice and the best explanation first.
 * Everything after the compiler knows these ids only.
 */
export const concealed = (item: Item): Item => {
  const hide = <T extends { readonly id: string }>(what: string, list: readonly T[]): T[] => list.map((one) => ({ ...one, id: opaque(what, item.id, one.id) }))
  switch (item.kind) {
    case 'order':
      return { ...item, entries: hide('entry', item.entries) }
    case 'gap':
      return {
        ...item,
        gaps: hide('gap', item.gaps),
        prompt: item.prompt.replace(/\{\{([a-z0-9-]+)\}\}/g, (_, id: string) => `{{${opaque('gap', item.id, id)}}}`),
      }
    case 'critical-incident':
      return { ...item, options: hide('option', item.options) }
    case 'sjt':
      return { ...item, options: hide('option', item.options) }
    case 'dialogue':
      return { ...item, nodes: item.nodes.map((node) => ({ ...node, choices: hide(`choice ${node.id}`, node.choices) })) }
    default:
      return item
  }
}

/** The list in an order that depends on the seed alone; also for choices of a dialogue. */
export const shuffled = <T>(seed: string, list: readonly T[]): readonly T[] =>
  list
    .map((entry, index) => ({ entry, key: sha256(`shuffle\n${seed}\n${index}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry)

/** Shuffled, and never in the given order (which is the key). */
const disordered = <T extends { readonly id: string }>(seed: string, list: readonly T[]): readonly T[] => {
  const mixed = shuffled(seed, list)
  const [first, ...rest] = mixed
  return first !== undefined && mixed.every((entry, index) => entry.id === list[index]?.id) ? [...rest, first] : mixed
}

const opaque = (what: string, itemId: string, id: string) => `e${sha256(`${what}\n${itemId}\n${id}`).slice(0, 10)}`

const point = ({ criterion, ...rest }: ItemOf<'rewrite'>['rubric'][number]) => ({ ...shown(rest), ...(criterion === undefined ? {} : { criterion }) })

const shown = ({ id, text }: { readonly id: string; readonly text: string }) => ({ id, text })

const paragraphs = (text: string): readonly string[] =>
  text
    .split(/\n[^\S\n]*\n/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
