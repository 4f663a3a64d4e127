/** What a browser has to load and how soon it shows it. */
import { chromium } from 'playwright'

export interface Visit {
  readonly requests: number
  /** KiB over the wire by kind, and all together. */
  readonly kib: Readonly<Record<string, number>>
  /** Largest contentful paint, milliseconds after navigation. */
  readonly lcp: number
  /** Total blocking time: what tasks of the main thread took beyond 50 ms. Milliseconds. */
  readonly blocked: number
}

/** The first and the second visit of a page with an empty and a filled cache. `cookie` is a header's `name=value`; '' is not signed in. */
export const visit = async (url: string, path: string, cookie: string): Promise<readonly [first: Visit, second: Visit]> => {
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE' })
    const [name = '', value = ''] = cookie.split('=')
    if (cookie !== '') await context.addCookies([{ name, value, url }])
    return [await look(context), await look(context)]
  } finally {
    await browser.close()
  }

  async function look(context: Awaited<ReturnType<typeof browser.newContext>>): Promise<Visit> {
    const page = await context.newPage()
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
    await page.addInitScript(() => {
      const seen = { lcp: 0, blocked: 0 }
      Object.assign(globalThis, { seen })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.lcp = entry.startTime
      }).observe({ type: 'largest-contentful-paint', buffered: true })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.blocked += Math.max(0, entry.duration - 50)
      }).observe({ type: 'longtask', buffered: true })
    })
    await page.goto(`${url}${path}`, { waitUntil: 'networkidle' })
    const { lcp, blocked } = await page.evaluate(() => (globalThis as unknown as { seen: { lcp: number; blocked: number } }).seen)
    await page.close()
    return { requests, kib, lcp, blocked }
  }
}
