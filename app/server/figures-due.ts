import { publishDueFigures } from '#app/domain/figures/publish-due-figures.server.ts'
import type { House } from '#app/http/house.server.ts'
import { toInstant } from '#app/platform/clock.ts'

/** How often the program looks whether a month is over. Milliseconds. */
const EVERY = 3_600_000

/**
 * Fixes the monthly figures of every authority when they are due: once at the start and then every hour. What fails is logged and
 * tried again in the next hour. `stop` waits for the authority a run is at, because the database is closed next.
 */
export const keepFiguresDue = ({ db, catalogue, clock, log }: Pick<House, 'db' | 'catalogue' | 'clock' | 'log'>) => {
  const courses = catalogue.courses.map(({ id }) => id)
  let stopped = false
  const run = async () => {
    try {
      const count = await publishDueFigures(db, { courses, now: toInstant(clock()), stopped: () => stopped })
      if (count > 0) log.info('figures_published', { count })
    } catch (error) {
      log.error('figures_failed', { error })
    }
  }
  let running = run()
  const timer = setInterval(() => {
    running = running.then(run)
  }, EVERY)
  timer.unref()
  return {
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
