/** A server that nobody uses, but for the health checks of its operator. */
import { join } from 'node:path'
import { paths } from '#app/paths.ts'
import { memoryOf, serve } from './served.ts'
import { get, pause, setStage } from './stage.ts'

export interface IdleFigures {
  minutes: number
  /** MiB, one every ten seconds. */
  readonly samples: number[]
  /** MiB an hour, by least squares over what comes after the first fifth. */
  slope: number
  readonly faults: string[]
}

/** What is not worth calling growth: the collector lets memory wander by this much. MiB between the second fifth and the end. */
const IDLE_GROWTH = 16
const EVERY = 10_000

/** Opens a few pages as people do in the morning, then waits so many minutes. */
export const idle = async (
  root: string,
  work: string,
  { minutes, onSample = () => {} }: { readonly minutes: number; readonly onSample?: (figures: IdleFigures) => void },
): Promise<IdleFigures> => {
  const stage = await setStage(root, join(work, 'idle'))
  const served = await serve(root, stage.dataDir)
  const figures: IdleFigures = { minutes: 0, samples: [], slope: 0, faults: [] }
  try {
    for (const { path } of stage.questions) await get(served.url, path, stage.learners[0]?.cookie)
    const from = performance.now()
    while (performance.now() - from < minutes * 60_000) {
      for (const path of [paths.health(), paths.ready()]) {
        const { status } = await get(served.url, path)
        if (status !== 200) figures.faults.push(`${path} answered ${status}`)
      }
      figures.samples.push(memoryOf(served.pid).now)
      figures.minutes = (performance.now() - from) / 60_000
      figures.slope = slopeOf(figures.samples.slice(Math.floor(figures.samples.length / 5)))
      onSample(figures)
      await pause(Math.min(EVERY, minutes * 60_000))
    }
    const settled = figures.samples.slice(Math.floor(figures.samples.length / 5))
    const growth = (settled.at(-1) ?? 0) - (settled[0] ?? 0)
    if (growth > IDLE_GROWTH) figures.faults.push(`resident memory grew by ${growth.toFixed(1)} MiB while nobody was there`)
    figures.faults.push(...served.errors)
    return figures
  } finally {
    await served.stop()
  }
}

const slopeOf = (values: readonly number[]): number => {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const across = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0)
  const along = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0)
  return across === 0 ? 0 : (along / across) * (3_600_000 / EVERY)
}
