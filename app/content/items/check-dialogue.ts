/** A conversation as a graph: every step leads on, everything can be reached, every way can end, every choice matters. */
import { suggestion } from '../faults/fault.ts'
import { checkIds, type ItemPlace, type Report } from './check-ids.ts'
import type { ItemOf } from './item.ts'

type Dialogue = ItemOf<'dialogue'>

/** Reports every fault of the graph; unreachable and endless places only where all steps lead somewhere. */
export const checkDialogue = (item: Dialogue, report: Report, place: ItemPlace): void => {
  checkIds(item.nodes, 'nodes', report, place)
  checkIds(item.endings, 'endings', report, place)
  const nodes = new Map(item.nodes.map((node) => [node.id, node]))
  const endings = new Set(item.endings.map((ending) => ending.id))
  const places = [...nodes.keys(), ...endings]
  item.endings.forEach((ending, index) => {
    if (nodes.has(ending.id)) report('duplicate-id', ['endings', index, 'id'], { id: ending.id, first: 'nodes' })
  })
  let isWhole = nodes.has(item.start)
  if (!isWhole) report('dialogue-start', ['start'], { id: item.start })
  item.nodes.forEach((node, index) => {
    const path = ['nodes', index]
    checkIds(node.choices, 'choices', report, place, path)
    if (node.says === undefined && node.scene === undefined) report('dialogue-silent', path, { id: node.id })
    node.choices.forEach((choice, position) => {
      if (nodes.has(choice.next) || endings.has(choice.next)) return
      isWhole = false
      report('dialogue-next', [...path, 'choices', position, 'next'], { id: choice.next, suggestion: suggestion(choice.next, places) })
    })
    checkDifference(node, path, report)
  })
  if (!isWhole) return
  const reached = reach([item.start], (id) => nodes.get(id)?.choices.map((choice) => choice.next) ?? [])
  item.nodes.forEach((node, index) => {
    if (!reached.has(node.id)) report('dialogue-unreachable', ['nodes', index, 'id'], { id: node.id })
  })
  item.endings.forEach((ending, index) => {
    if (!reached.has(ending.id)) report('dialogue-unreachable', ['endings', index, 'id'], { id: ending.id })
  })
  const before = (id: string) => item.nodes.filter((node) => node.choices.some((choice) => choice.next === id)).map((node) => node.id)
  const ending = reach([...endings], before)
  item.nodes.forEach((node, index) => {
    if (!ending.has(node.id)) report('dialogue-endless', ['nodes', index, 'id'], { id: node.id })
  })
}

/** Choices that change neither the way nor the points are no choice; one without words about it must lead where no other leads. */
const checkDifference = (node: Dialogue['nodes'][number], path: readonly PropertyKey[], report: Report) => {
  const effects = node.choices.map((choice) => JSON.stringify([choice.next, Object.entries(choice.points).sort()]))
  if (new Set(effects).size === 1) return report('dialogue-same', path, { id: node.id })
  node.choices.forEach((choice, position) => {
    const hasOwnWay = node.choices.every((other) => other === choice || other.next !== choice.next)
    if (!hasOwnWay && choice.feedback === undefined) report('dialogue-consequence', [...path, 'choices', position], { id: `${node.id}/${choice.id}` })
  })
}

const reach = (from: readonly string[], next: (id: string) => readonly string[]): ReadonlySet<string> => {
  const seen = new Set(from)
  const open = [...from]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const neighbour of next(id)) {
      if (seen.has(neighbour)) continue
      seen.add(neighbour)
      open.push(neighbour)
    }
  }
  return seen
}
