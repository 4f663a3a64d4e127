/** Requests as fast as they are answered, and what came of them. */
import autocannon from 'autocannon'

export interface Asked {
  readonly url: string
  readonly path: string
  /** One `Cookie` header for each connection: as many signed-in people as connections. */
  readonly cookies: readonly string[]
  readonly seconds: number
  /** Makes a new form for each request; without it the path is read. */
  readonly form?: () => Readonly<Record<string, string>>
  /** Statuses that count as done; anything else stops the bench. */
  readonly expected?: readonly number[]
}

export interface Load {
  readonly per_second: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  /** Of one answer's body. */
  readonly bytes: number
}

/** Loads one path over as many connections as there are cookies. Throws when an answer is not the expected one: a fast error page is no result. */
export const load = async ({ url, path, cookies, seconds, form, expected = [200] }: Asked): Promise<Load> => {
  let next = 0
  const statuses = new Map<number, number>()
  const run = autocannon({
    url: `${url}${path}`,
    connections: Math.max(1, cookies.length),
    duration: seconds,
    // The server ends a connection after a thousand requests (`app/server/listen.ts`); browsers open a new one, this program would not.
    reconnectRate: 900,
    setupClient: (client) => {
      const cookie = cookies[next++ % Math.max(1, cookies.length)] ?? ''
      const headers = {
        cookie,
        // As browsers ask: pages are sent compressed.
        'accept-encoding': 'gzip, deflate, br, zstd',
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', origin: url, 'sec-fetch-site': 'same-origin' }),
      }
      client.setRequests([
        form === undefined
          ? { method: 'GET', path, headers }
          : { method: 'POST', path, headers, setupRequest: (request) => ({ ...request, body: new URLSearchParams(form()).toString() }) },
      ])
      client.on('response', (status) => statuses.set(status, (statuses.get(status) ?? 0) + 1))
    },
  })
  const result = await run
  const unexpected = [...statuses].filter(([status]) => !expected.includes(status))
  if (unexpected.length > 0 || result.errors > 0) throw new Error(`${path}: ${JSON.stringify(unexpected)}, ${result.errors} errors`)
  const answers = [...statuses.values()].reduce((sum, count) => sum + count, 0)
  return {
    per_second: answers / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    bytes: answers === 0 ? 0 : result.throughput.total / answers,
  }
}
