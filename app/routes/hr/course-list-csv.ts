import { z } from 'zod'
import { findCourse } from '#app/domain/catalogue/catalogue.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import { courseListQuery } from '#app/domain/reporting/course-list.ts'
import { isOwnUnit, listCourse } from '#app/domain/reporting/course-list.server.ts'
import { csvHeaders, csvOf } from '#app/domain/reporting/csv.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { NotFound } from '#app/http/refusals.server.ts'
import { formatterFor } from '#app/i18n/translate.ts'
import { courseListColumns } from '#app/ui/report/course-list-columns.ts'

/** The list of a course as a file: the filters and order of the screen, over all pages. */
export const loader = defineLoader(
  {
    allow: rolesWhoSee('completion'),
    params: z.object({ course: z.string() }),
    query: courseListQuery,
    trace: async ({ db, actor, house, params, query }) => {
      const course = findCourse(house.catalogue, params.course)
      if (course === undefined || !(await isOwnUnit(db, actor, query.unit))) throw new NotFound()
      return { verb: 'course_list_exported', subject_kind: 'course', subject_id: course.id, detail: { unit: query.unit === '' ? null : query.unit } }
    },
  },
  async ({ db, actor, house, params, query, language, now, t }) => {
    const course = findCourse(house.catalogue, params.course)
    if (course === undefined) throw new NotFound()
    const columns = courseListColumns(t, formatterFor(language))
    const rows = await listCourse(db, actor, course.id, query)
    const file = csvOf(
      columns.map((column) => column.label),
      rows.map((row) => columns.map((column) => column.file(row))),
    )
    return new Response(file, { headers: csvHeaders(`wegbereiter-kurs-${course.number}-${dateInBerlin(now)}.csv`) })
  },
)
