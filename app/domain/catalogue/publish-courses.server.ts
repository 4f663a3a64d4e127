import type { CompiledCourse } from '#app/content/course/compiled.ts'
import type { Tx } from '#db/types.ts'

/** What may be published: `publishable` names the folders of courses without errors. */
export interface Publishable {
  readonly courses: readonly CompiledCourse[]
  readonly publishable: ReadonlySet<string>
}

/**
 * Stores new revisions and makes them current. A revision is identified by its hash and never changes; publishing the
 * same content again writes nothing. Courses with errors keep the revision they have. Returns the ids whose revision is new.
 */
export const publishCourses = async (tx: Tx, compiled: Publishable, { now }: { readonly now: string }): Promise<readonly string[]> => {
  const published: string[] = []
  const ready = compiled.courses.filter((course) => compiled.publishable.has(course.folder))
  const rows = await tx.selectFrom('course').select(['id', 'slug', 'number', 'current_revision_id']).execute()
  const known = new Map(rows.map((row) => [row.id, row]))
  await freeSlugs(tx, ready, rows)
  for (const { course, key } of ready) {
    if (course === undefined) continue
    const { id, slug, number, revision } = course
    await tx
      .insertInto('revision')
      .values({ id: revision, course_id: id, content: JSON.stringify(course), answer_key: JSON.stringify(key), created_at: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    const row = known.get(id)
    if (row === undefined) await tx.insertInto('course').values({ id, slug, number, current_revision_id: revision, first_published_at: now }).execute()
    else if (row.slug !== slug || row.number !== number || row.current_revision_id !== revision) {
      await tx.updateTable('course').set({ slug, number, current_revision_id: revision }).where('id', '=', id).execute()
    }
    if (row?.current_revision_id !== revision) published.push(id)
  }
  return published
}

/** Two courses may swap their addresses, and a new one may take the address of one that is gone: the old owner lets go first. */
const freeSlugs = async (tx: Tx, ready: readonly CompiledCourse[], rows: readonly { readonly id: string; readonly slug: string }[]) => {
  const wanted = new Map(ready.flatMap(({ course }) => (course === undefined ? [] : [[course.slug, course.id]])))
  for (const row of rows) {
    const owner = wanted.get(row.slug)
    if (owner !== undefined && owner !== row.id)
      await tx
        .updateTable('course')
        .set({ slug: `${row.slug}~${row.id}` })
        .where('id', '=', row.id)
        .execute()
  }
}
