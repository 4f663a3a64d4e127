/**
 * Limits on how often something may be tried. Nobody is ever locked out: beyond the limit each further attempt has to wait
 * longer, up to a cap, and then is possible again.
 */

/** A counter as it is kept: attempts so far, and when they are forgotten. */
interface Counter {
  readonly points: number
  /** Milliseconds since 1970. */
  readonly expires_at_ms: number
}

/** Where counters are kept. `change` reads and writes one counter in one step; keys are fingerprints. Expired counters may be forgotten. */
export interface LimitStore {
  change(key: string, now_ms: number, next: (counter: Counter | undefined) => Counter | undefined): Promise<void>
}

/** So many attempts within the window are free; then waiting doubles from `first_wait` to `longest_wait`. Milliseconds. */
export interface Limit {
  readonly name: string
  readonly free: number
  readonly window: number
  readonly first_wait: number
  readonly longest_wait: number
}

export interface Limits {
  /**
   * Counts one attempt and says how long to wait: 0 means go ahead. An attempt that has to wait is not counted, so that waiting
   * is enough and an impatient click costs nothing. Milliseconds.
   */
  attempt(limit: Limit, subject: string): Promise<number>
  /** Takes one attempt back, or with 'all' forgets the counter: it turned out to be the right person. */
  forgive(limit: Limit, subject: string, how: 'one' | 'all'): Promise<void>
}

/** Limits over a store. `fingerprint` hides who a counter is about. */
export const createLimits = (store: LimitStore, clock: () => Date, fingerprint: (text: string) => string): Limits => ({
  attempt: async (limit, subject) => {
    const now = clock().getTime()
    let wait = 0
    await store.change(keyOf(limit, subject, fingerprint), now, (counter) => {
      const known = counter !== undefined && counter.expires_at_ms > now ? counter : undefined
      // A clock that was set back would make people wait for the difference, too: the last attempt then counts as made now.
      const isAhead = known !== undefined && known.expires_at_ms - limit.window > now
      const counted = isAhead ? { points: known.points, expires_at_ms: now + limit.window } : known
      wait = counted === undefined ? 0 : Math.max(0, counted.expires_at_ms - limit.window + waitAfter(limit, counted.points) - now)
      if (wait > 0) return isAhead ? counted : counter
      return { points: (known?.points ?? 0) + 1, expires_at_ms: now + limit.window }
    })
    return wait
  },
  forgive: async (limit, subject, how) =>
    store.change(keyOf(limit, subject, fingerprint), clock().getTime(), (counter) =>
      how === 'all' || counter === undefined || counter.points <= 1 ? undefined : { ...counter, points: counter.points - 1 },
    ),
})

/** Counters in memory, for tests and programs without a database. */
export const memoryStore = (): LimitStore => {
  const counters = new Map<string, Counter>()
  return {
    change: async (key, _now, next) => {
      const counter = next(counters.get(key))
      if (counter === undefined) counters.delete(key)
      else counters.set(key, counter)
    },
  }
}

/** Time between the last counted attempt and the next, after so many. */
const waitAfter = (limit: Limit, points: number) =>
  points < limit.free ? 0 : Math.min(limit.longest_wait, limit.first_wait * 2 ** Math.min(points - limit.free, 30))

const keyOf = (limit: Limit, subject: string, fingerprint: (text: string) => string) => fingerprint(`${limit.name}:${subject}`)
