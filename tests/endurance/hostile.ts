/** What strangers send who want the server down: slow clients, garbage, floods. Others must be served meanwhile, and memory stays bounded. */
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { ahead, flood, formToNowhere, garbage, halfForm } from './garbage.ts'
import { memoryOf, type Served, serve } from './served.ts'
import { dice, get, pause, type Stage, setStage } from './stage.ts'

/** Highest resident memory while all of this goes on. MiB. */
const MEMORY_BOUND = 400
/** How much more may be held after the second round than after the first: the collector lets memory wander by this much. MiB. */
const GROWTH = 64
/** The longest that somebody else may wait for a page meanwhile, on a machine that does nothing else. Milliseconds. */
const PATIENCE = 5_000

export interface HostileFigures {
  /** `rss` is what is held at the end of each. MiB. */
  readonly rows: { readonly what: string; readonly count: number; readonly seconds: number; readonly slowest_ms: number; readonly rss: number }[]
  peak: number
  readonly faults: string[]
}

export interface HostileOptions {
  readonly connections: number
  readonly garbage: number
  readonly floods: number
  /** Connections that only stand there, as many as the server takes and more. */
  readonly crowd: number
  /** How long slow clients drip. Milliseconds. */
  readonly drip: number
  /** How long everybody is left in peace after each of the two rounds. Milliseconds. */
  readonly rest: number
  readonly seed?: number
  /** Milliseconds instead of five seconds, where the machine is shared. */
  readonly patience?: number
}

/** One attack after the other against one server, everything twice: what is held for ever shows in the second round. */
export const hostile = async (root: string, work: string, options: HostileOptions): Promise<HostileFigures> => {
  const stage = await setStage(root, join(work, 'hostile'), { learners: 1 })
  const served = await serve(root, stage.dataDir)
  const figures: HostileFigures = { rows: [], peak: 0, faults: [] }
  const chance = dice(options.seed ?? 1)
  const attacks: readonly (readonly [string, number, () => Promise<unknown>])[] = [
    ['connections that drip a header', options.connections, () => drip(served, options.connections, options.drip, beginning, 'a')],
    ['forms that stop in the middle', options.connections, () => drip(served, options.connections, options.drip, halfForm(served.url))],
    ['readers who never read', options.connections, () => drip(served, options.connections, options.drip, reading(stage, 5))],
    ['readers of twenty pages at once', options.connections, () => drip(served, options.connections, options.drip, reading(stage, 20))],
    ['connections that only stand there', options.crowd, () => drip(served, options.crowd, options.drip, '')],
    ['requests of garbage', options.garbage, () => inBatches(options.garbage, (turn) => throwAt(served, garbage(turn, chance)))],
    ['floods of headers', options.floods, () => inBatches(options.floods, (turn) => throwAt(served, flood(turn)))],
    ['thousands of requests at once', options.floods, () => inBatches(options.floods, () => throwAt(served, ahead(2000)))],
    ['forms of 1 MB to nowhere', options.floods, () => inBatches(options.floods, () => throwAt(served, formToNowhere(served.url)))],
    ['nothing', 1, () => pause(options.rest)],
  ]
  const patience = options.patience ?? PATIENCE
  try {
    for (const [what, count, attack] of [...attacks, ...attacks]) {
      const from = performance.now()
      const watch = watcher(served, stage, patience)
      await attack()
      const { slowest, faults } = await watch.stop()
      figures.rows.push({ what, count, seconds: (performance.now() - from) / 1000, slowest_ms: slowest, rss: memoryOf(served.pid).now })
      figures.faults.push(...faults.map((fault) => `${what}: ${fault}`))
    }
    const [first = 0, second = 0] = figures.rows.filter(({ what }) => what === 'nothing').map(({ rss }) => rss)
    if (second - first > GROWTH) figures.faults.push(`the second round left ${(second - first).toFixed(0)} MiB more than the first`)
    figures.peak = memoryOf(served.pid).peak
    if (figures.peak > MEMORY_BOUND) figures.faults.push(`resident memory reached ${figures.peak.toFixed(0)} MiB`)
    figures.faults.push(...served.errors)
    return figures
  } finally {
    await served.stop()
  }
}

/** Somebody who only wants to read a page, all the while. */
const watcher = (served: Served, stage: Stage, patience: number) => {
  let isOver = false
  let slowest = 0
  const faults: string[] = []
  const reading = (async () => {
    while (!isOver) {
      const from = performance.now()
      const answer = await get(served.url, stage.questions[0]?.path ?? '/', stage.learners[0]?.cookie).catch((error: unknown) => ({ status: String(error) }))
      slowest = Math.max(slowest, performance.now() - from)
      if (answer.status !== 200) faults.push(`a page was answered with ${answer.status}`)
      await pause(50)
    }
  })()
  return {
    stop: async () => {
      isOver = true
      await reading
      if (slowest > patience) faults.push(`a page took ${slowest.toFixed(0)} ms`)
      if (served.isGone()) faults.push('the server is gone')
      return { slowest, faults }
    },
  }
}

/** Opens many connections, sends the beginning on each and then one more piece every half second. The server may hang up. */
const drip = async (served: Served, connections: number, length: number, start: string, piece = '') => {
  const sockets: Socket[] = []
  for (let count = 0; count < connections; count += 1) {
    const socket = connect(portOf(served), '127.0.0.1')
    socket.on('error', () => {})
    // What comes back is left unread.
    socket.pause()
    if (start !== '') socket.write(start)
    sockets.push(socket)
    if (count % 50 === 49) await pause(20)
  }
  const from = performance.now()
  while (performance.now() - from < length) {
    for (const socket of sockets) if (piece !== '' && socket.writable) socket.write(piece)
    await pause(500)
  }
  for (const socket of sockets) socket.destroy()
}

const beginning = 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '

/** Several pages in one go, of which nothing is ever read. */
const reading = (stage: Stage, count: number) =>
  `GET ${stage.questions[0]?.path ?? '/'} HTTP/1.1\r\nHost: localhost\r\nCookie: ${stage.learners[0]?.cookie ?? ''}\r\n\r\n`.repeat(count)

const inBatches = async (count: number, send: (turn: number) => Promise<void>) => {
  const AT_ONCE = 50
  for (let turn = 0; turn < count; turn += AT_ONCE) await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - turn) }, (_, index) => send(turn + index)))
}

/** Sends the bytes and waits for the end of the connection, or for a moment. */
const throwAt = (served: Served, bytes: Buffer): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect(portOf(served), '127.0.0.1', () => socket.write(bytes))
    socket.on('error', () => {})
    socket.on('data', () => socket.end())
    socket.once('close', () => resolve())
    socket.setTimeout(300, () => socket.destroy())
  })

const portOf = (served: Served) => Number(new URL(served.url).port)
