/** What a browser has to load and how soon it shows it. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'

export interface Visit {
  readonly requests: number
  /** KiB over the wire by kind, and all together. */
  readonly kib: Readonly<Record<string, number>>
  /** Largest contentful paint, milliseconds after navigation: fastest and median of `TIMES` visits. */
  readonly lcp: number
  readonly fastest: number
  /** Total blocking time: what tasks of the main thread took beyond 50 ms. Milliseconds, median. */
  readonly blocked: number
}

/** How often times are taken: one visit is at the mercy of whatever else the machine does. */
const TIMES = 7

/** The first and the second visit of a page with an empty and a filled cache. `cookie` is a header's `name=value`; '' is not signed in. */
export const visit = async (url: string, path: string, cookie: string): Promise<readonly [first: Visit, second: Visit]> => {
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
  try {
    const loads = await twice(browser, cookie, url, (page, context) => countLoad(page, context, `${url}${path}`))
    const times: [Seen, Seen][] = []
    for (let turn = 0; turn < TIMES; turn += 1) times.push(await twice(browser, cookie, url, (page) => takeTime(page, `${url}${path}`)))
    return [
      { ...loads[0], ...timesOf(times.map(([first]) => first)) },
      { ...loads[1], ...timesOf(times.map(([, second]) => second)) },
    ]
  } finally {
    await browser.close()
  }
}

interface Seen {
  readonly lcp: number
  readonly blocked: number
}

const timesOf = (seen: readonly Seen[]): Pick<Visit, 'lcp' | 'fastest' | 'blocked'> => {
  const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b)
  const lcp = sorted(seen.map((one) => one.lcp))
  const blocked = sorted(seen.map((one) => one.blocked))
  const middle = Math.floor(seen.length / 2)
  return { lcp: lcp[middle] ?? 0, fastest: lcp[0] ?? 0, blocked: blocked[middle] ?? 0 }
}

/** Two visits with one cache. */
const twice = async <T>(browser: Browser, cookie: string, url: string, look: (page: Page, context: BrowserContext) => Promise<T>): Promise<[T, T]> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE' })
  const [name = '', value = ''] = cookie.split('=')
  if (cookie !== '') await context.addCookies([{ name, value, url }])
  const once = async () => {
    const page = await context.newPage()
    const seen = await look(page, context)
    await page.close()
    return seen
  }
  const both: [T, T] = [await once(), await once()]
  await context.close()
  return both
}

const countLoad = async (page: Page, context: BrowserContext, address: string): Promise<Pick<Visit, 'requests' | 'kib'>> => {
  const wire = await context.newCDPSession(page)
  const kinds = new Map<string, string>()
  const kib: Record<string, number> = { all: 0 }
  let requests = 0
  await wire.send('Network.enable')
  wire.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, type)
    if (!response.fromDiskCache) requests += 1
  })
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other'
    kib[kind] = (kib[kind] ?? 0) + encodedDataLength / 1024
    kib['all'] = (kib['all'] ?? 0) + encodedDataLength / 1024
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  return { requests, kib }
}

/** Asked for afterwards: a script that is put into the page beforehand takes its time before the first paint. */
const takeTime = async (page: Page, address: string): Promise<Seen> => {
  await page.goto(address, { waitUntil: 'networkidle' })
  // No function with a name of its own within: the page does not know the helper that the compiler would call for it.
  return await page.evaluate(async () => {
    const seen: PerformanceEntryList[] = []
    for (const type of ['largest-contentful-paint', 'longtask'])
      seen.push(
        await new Promise((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true })
          setTimeout(resolve, 100, [])
        }),
      )
    const [paints = [], tasks = []] = seen
    const last = paints.at(-1)
    if (last === undefined) throw new Error('nothing was painted')
    return { lcp: last.startTime, blocked: tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0) }
  })
}
