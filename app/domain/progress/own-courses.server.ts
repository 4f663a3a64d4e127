import type { Course } from '#app/content/course.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { Catalogue } from '#app/domain/catalogue/catalogue.ts'
import type { Db } from '#db/types.ts'
import { listProgress } from './queries.server.ts'
import { noProgress, type Standing, standingOf } from './standing.ts'

/** Days after publication for which a course that was not begun counts as new. */
const NEW_FOR_DAYS = 28

/** Every published course with where the person stands in it, in recommended order, and the instant of the last step taken in it. */
export const listOwnCourses = async (
  db: Db,
  actor: Actor,
  catalogue: Catalogue,
  now: string,
): Promise<readonly { readonly course: Course; readonly standing: Standing; readonly isNew: boolean; readonly last_active_at: string | null }[]> => {
  const progress = await listProgress(db, actor)
  return catalogue.courses.map((course) => {
    const own = progress.get(course.id) ?? noProgress
    const standing = standingOf(course, own)
    return { course, standing, isNew: standing.status === 'open' && isRecent(course.published_on, now), last_active_at: own.course?.last_active_at ?? null }
  })
}

const isRecent = (published_on: string, now: string): boolean =>
  Date.parse(now) - Date.parse(published_on) < NEW_FOR_DAYS * 86_400_000 && published_on <= now.slice(0, 10)
