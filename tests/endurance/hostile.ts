/** What strangers send who want the server down: slow clients, garbage, floods. Others must be served meanwhile, and memory stays bounded. */
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { paths } from '#app/paths.ts'
import { memoryOf, type Served, serve } from './served.ts'
import { dice, get, pause, type Stage, setStage } from './stage.ts'

/** Highest resident memory while all of this goes on. MiB. */
const MEMORY_BOUND = 400
/** The longest that somebody else may wait for a page meanwhile, on a machine that does nothing else. Milliseconds. */
const PATIENCE = 5_000

export interface HostileFigures {
  readonly rows: { readonly what: string; readonly count: number; readonly seconds: number; readonly slowest_ms: number; readonly rss: number }[]
  peak: number
  readonly faults: string[]
}

export interface HostileOptions {
  readonly connections: number
  readonly garbage: number
  readonly floods: number
  /** How long slow clients drip. Milliseconds. */
  readonly drip: number
  readonly seed?: number
  /** Milliseconds instead of five seconds, where the machine is shared. */
  readonly patience?: number
}

/** One attack after the other against one server. */
export const hostile = async (root: string, work: string, options: HostileOptions): Promise<HostileFigures> => {
  const stage = await setStage(root, join(work, 'hostile'), { learners: 1 })
  const served = await serve(root, stage.dataDir)
  const figures: HostileFigures = { rows: [], peak: 0, faults: [] }
  const chance = dice(options.seed ?? 1)
  const attacks: readonly (readonly [string, number, () => Promise<unknown>])[] = [
    ['connections that drip a header', options.connections, () => drip(served, options, 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ', 'a')],
    ['forms that stop in the middle', options.connections, () => drip(served, options, halfForm(served), '')],
    ['readers who never read', options.connections, () => drip(served, options, reading(stage), '')],
    ['requests of garbage', options.garbage, () => inBatches(options.garbage, (turn) => throwAt(served, garbage(turn, chance)))],
    ['floods of headers', options.floods, () => inBatches(options.floods, (turn) => throwAt(served, flood(turn)))],
  ]
  try {
    for (const [what, count, attack] of attacks) {
      const from = performance.now()
      const watch = watcher(served, stage, options.patience ?? PATIENCE)
      await attack()
      const { slowest, faults } = await watch.stop()
      figures.rows.push({ what, count, seconds: (performance.now() - from) / 1000, slowest_ms: slowest, rss: memoryOf(served.pid).now })
      figures.faults.push(...faults.map((fault) => `${what}: ${fault}`))
    }
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
const drip = async (served: Served, { connections, drip: length }: HostileOptions, start: string, piece: string) => {
  const sockets: Socket[] = []
  for (let count = 0; count < connections; count += 1) {
    const socket = connect(portOf(served), '127.0.0.1')
    socket.on('error', () => {})
    // What comes back is left unread.
    socket.pause()
    socket.write(start)
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

const halfForm = (served: Served) =>
  `POST ${paths.signIn()} HTTP/1.1\r\nHost: ${new URL(served.url).host}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000000\r\n\r\nemail=${'a'.repeat(900_000)}`

/** Twenty pages in one go, of which nothing is ever read. */
const reading = (stage: Stage) =>
  `GET ${stage.questions[0]?.path ?? '/'} HTTP/1.1\r\nHost: localhost\r\nCookie: ${stage.learners[0]?.cookie ?? ''}\r\n\r\n`.repeat(20)

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

/** Thirty kinds of nonsense, each with random parts. */
const garbage = (turn: number, chance: () => number): Buffer => {
  const noise = (length: number) => Buffer.from(Array.from({ length }, () => Math.floor(chance() * 256)))
  const word = noise(6).toString('hex')
  const request = (first: string, headers: readonly string[] = [], body = '') =>
    Buffer.from([first, 'Host: localhost', ...headers, '', body].join('\r\n'), 'latin1')
  const post = (headers: readonly string[], body: string) => request(`POST /sign-in HTTP/1.1`, ['Sec-Fetch-Site: same-origin', ...headers], body)
  const form = 'Content-Type: application/x-www-form-urlencoded'
  const kinds: readonly (() => Buffer)[] = [
    () => noise(1 + Math.floor(chance() * 2000)),
    () => Buffer.concat([Buffer.from('GET / HTTP/1.1\r\n'), noise(200), Buffer.from('\r\n\r\n')]),
    () => Buffer.concat([Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00]), noise(300)]),
    () => Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
    () => Buffer.from('\0'.repeat(500)),
    () => Buffer.from('\r\n'.repeat(500)),
    () => request(`GET /${'a'.repeat(20_000)} HTTP/1.1`),
    () => request(`GET /?${'q=1&'.repeat(3000)} HTTP/1.1`),
    () => request(`GET /${'../'.repeat(50)}etc/passwd HTTP/1.1`),
    () => request(`GET /assets/${'%2e%2e%2f'.repeat(20)}package.json HTTP/1.1`),
    () => request(`GET /%00${word} HTTP/1.1`),
    () => request(`GET /%c0%ae%c0%ae/${word} HTTP/1.1`),
    () => request(`GET //${word}.example/ HTTP/1.1`),
    () => request(`GET http://${word}.example/ HTTP/1.1`),
    () => request(`GET /courses/__proto__/constructor HTTP/1.1`),
    () => request(`GET /search?q=${'%F0%9F%92%A9'.repeat(200)} HTTP/1.1`),
    () => request(`GET /verify/${'x'.repeat(5000)} HTTP/1.1`),
    () => request(`BREW /${word} HTTP/1.1`),
    () => request(`CONNECT ${word}.example:443 HTTP/1.1`),
    () => request(`OPTIONS * HTTP/1.1`),
    () => request(`GET / HTTP/9.9`),
    () => request(`GET / HTTP/1.1`, ['Upgrade: websocket', 'Connection: Upgrade', `Sec-WebSocket-Key: ${word}`]),
    () => request(`GET / HTTP/1.1`, ['Expect: 100-continue', 'Content-Length: 5']),
    () => request(`GET / HTTP/1.1`, [`Cookie: session=${'%'.repeat(2000)}; held=\u00ff${word}`]),
    () => request(`GET / HTTP/1.1`, [`Accept-Language: ${'de;q=0.1,'.repeat(500)}`, `Range: bytes=${'0-1,'.repeat(500)}`]),
    () => post([form, 'Content-Length: -5'], 'a=1'),
    () => post([form, 'Content-Length: 99999999999999999999'], 'a=1'),
    () => post([form, 'Content-Length: 3', 'Content-Length: 30'], 'a=1'),
    () => post([form, 'Transfer-Encoding: chunked'], 'zz\r\nnonsense\r\n0\r\n\r\n'),
    () => post([form, 'Content-Length: 3', 'Transfer-Encoding: chunked'], '0\r\n\r\nGET / HTTP/1.1\r\n\r\n'),
    () => post([form, 'Content-Length: 4000'], `email=%ff%fe%00&${'password=%&'.repeat(300)}`),
    () => post([`Content-Type: multipart/form-data; boundary=${word}`, 'Content-Length: 400'], `--${word}\r\n${noise(350).toString('latin1')}`),
    () =>
      post(
        [
          `Content-Type: ${noise(50)
            .toString('latin1')
            .replace(/[\r\n]/g, '')}`,
          'Content-Length: 3',
        ],
        'a=1',
      ),
  ]
  return kinds[turn % kinds.length]?.() ?? noise(10)
}

/** As many headers, or as long ones, as one likes. */
const flood = (turn: number): Buffer => {
  const headers =
    turn % 3 === 0
      ? Array.from({ length: 5000 }, (_, index) => `X-${index}: 1`)
      : turn % 3 === 1
        ? [`X-Long: ${'a'.repeat(200_000)}`]
        : Array.from({ length: 1500 }, () => 'Cookie: a=1')
  return Buffer.from(['GET / HTTP/1.1', 'Host: localhost', ...headers, '', ''].join('\r\n'))
}
