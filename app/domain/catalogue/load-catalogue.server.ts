import type { AnswerKey, Course, Finding } from '#app/content/course.ts'
import { readRevision } from '#app/content/course/read-revision.ts'
import { deepFreeze } from '#app/content/hash.ts'
import type { Db } from '#db/types.ts'
import type { Catalogue } from './catalogue.ts'

export interface LoadOptions {
  readonly glossary?: Catalogue['glossary']
  readonly bibliography?: Catalogue['bibliography']
  /** Ids of courses that are no longer offered; their revisions stay readable. */
  readonly retired?: ReadonlySet<string>
}

/** The catalogue of the current revisions, frozen. `findings` are those of the last check. */
export const loadCatalogue = async (
  db: Db,
  findings: readonly Finding[],
  { glossary = {}, bibliography = [], retired = new Set() }: LoadOptions = {},
): Promise<Catalogue> => {
  const rows = await db
    .selectFrom('course')
    .innerJoin('revision', (join) => join.onRef('revision.id', '=', 'course.current_revision_id').onRef('revision.course_id', '=', 'course.id'))
    .select(['course.id', 'revision.content', 'revision.answer_key'])
    .orderBy('course.number')
    .orderBy('course.id')
    .execute()
  const offered = rows.filter((row) => !retired.has(row.id))
  const courses = offered.map((row) => readRevision(row.content))
  const keys = Object.fromEntries(offered.map((row): [string, AnswerKey] => [row.id, JSON.parse(row.answer_key)]))
  return deepFreeze({ courses, glossary, bibliography, findings, keys })
}

/** A revision as it was published, also one that is no longer current, or undefined. */
export const findRevision = async (db: Db, revisionId: string): Promise<{ readonly course: Course; readonly key: AnswerKey } | undefined> => {
  const row = await db.selectFrom('revision').select(['content', 'answer_key']).where('id', '=', revisionId).executeTakeFirst()
  return row === undefined ? undefined : deepFreeze({ course: readRevision(row.content), key: JSON.parse(row.answer_key) })
}
