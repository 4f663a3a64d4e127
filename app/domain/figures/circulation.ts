/**
 * Whole numbers that flow through a network: what comes into a node leaves it. How far one of them can move while all the others keep
 * their bounds is a maximum flow (Ford and Fulkerson), so the answer is exact, and both ends are whole numbers that really can occur.
 */

/** A number that flows from one node to another. `value` fits its bounds and, with all the others, the network. */
export interface Flow {
  readonly from: number
  readonly to: number
  readonly value: number
  readonly low: number
  readonly high: number
}

/** The smallest and the greatest value. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** Everything that one number can be, given the bounds of all numbers. `flows` must be a circulation as it stands. */
export const rangeOf = (flows: readonly Flow[], index: number): Range => {
  const at = stepsByNode(flows)
  const { from, to, value, low, high } = flowAt(flows, index)
  return {
    low: value - push({ flows, at, without: index, from, to, wish: value - low }),
    high: value + push({ flows, at, without: index, from: to, to: from, wish: high - value }),
  }
}

interface Step {
  readonly flow: number
  readonly node: number
  /** 1 along the flow, -1 against it. */
  readonly way: 1 | -1
}

interface Push {
  readonly flows: readonly Flow[]
  readonly at: ReadonlyMap<number, readonly Step[]>
  readonly without: number
  readonly from: number
  readonly to: number
  /** The most that is asked for. */
  readonly wish: number
}

/** How much can go from one node to another around the flow `without`. */
const push = ({ flows, at, without, from, to, wish }: Push): number => {
  const values = flows.map(({ value }) => value)
  const room = ({ flow, way }: Step) => (way === 1 ? flowAt(flows, flow).high - (values[flow] ?? 0) : (values[flow] ?? 0) - flowAt(flows, flow).low)
  let pushed = 0
  while (pushed < wish) {
    const way = shortest(at, from, to, (step) => step.flow !== without && room(step) > 0)
    if (way === undefined) break
    const amount = Math.min(wish - pushed, ...way.map(room))
    for (const { flow, way: sign } of way) values[flow] = (values[flow] ?? 0) + sign * amount
    pushed += amount
  }
  return pushed
}

/** Breadth first over what can still move. */
const shortest = (at: Push['at'], from: number, to: number, open: (step: Step) => boolean): readonly Step[] | undefined => {
  const reached = new Map<number, { readonly step: Step; readonly before: number } | null>([[from, null]])
  const queue = [from]
  for (const node of queue) {
    if (node === to) break
    for (const step of at.get(node) ?? []) {
      if (reached.has(step.node) || !open(step)) continue
      reached.set(step.node, { step, before: node })
      queue.push(step.node)
    }
  }
  if (!reached.has(to)) return undefined
  const steps: Step[] = []
  for (let here = reached.get(to); here !== null && here !== undefined; here = reached.get(here.before)) steps.push(here.step)
  return steps
}

const stepsByNode = (flows: readonly Flow[]): ReadonlyMap<number, readonly Step[]> => {
  const at = new Map<number, Step[]>()
  const add = (node: number, step: Step) => {
    const steps = at.get(node)
    if (steps === undefined) at.set(node, [step])
    else steps.push(step)
  }
  for (const [flow, { from, to }] of flows.entries()) {
    add(from, { flow, node: to, way: 1 })
    add(to, { flow, node: from, way: -1 })
  }
  return at
}

const flowAt = (flows: readonly Flow[], index: number): Flow => {
  const flow = flows[index]
  if (flow === undefined) throw new RangeError(`no flow ${index}`)
  return flow
}
