import { dirname, join, resolve } from 'node:path'
import { compileCourses } from '#app/content/course/compile-courses.server.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import type { Db } from '#db/types.ts'
import type { Catalogue } from './catalogue.ts'
import { loadCatalogue } from './load-catalogue.server.ts'
import { publishCourses } from './publish-courses.server.ts'

export interface OpenOptions {
  /** Where compiled courses are kept by hash of their sources; null keeps none. Default: `build/courses` beside the folder. */
  readonly cache?: string | null
  /** Compile in a worker thread with a time limit (default). */
  readonly isolate?: boolean
}

/**
 * Publishes what lies in `courses/` and returns the catalogue. A warm start compiles nothing: compiled courses are
 * kept by the hash of their sources. A course with errors keeps the revision it has, and its findings say why; no course
 * keeps another from being served. Writes only where something is new.
 */
export const openCatalogue = async (db: Db, coursesFolder: string, now: string, options: OpenOptions = {}): Promise<Catalogue> => {
  const cache = options.cache === undefined ? join(dirname(resolve(coursesFolder)), 'build', 'courses') : options.cache
  const compiled = await compileCourses(coursesFolder, { today: dateInBerlin(now), cache, isolate: options.isolate ?? true })
  if (compiled.publishable.size > 0) await db.transaction().execute((tx) => publishCourses(tx, compiled, { now }))
  const retired = new Set(compiled.lock.entries.filter((entry) => entry.retired === true).map((entry) => entry.id))
  return loadCatalogue(db, compiled.findings, { glossary: compiled.glossary, bibliography: compiled.bibliography, retired })
}
