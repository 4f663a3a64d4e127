import { z } from 'zod'
import { findCourse } from '#app/domain/catalogue/catalogue.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { courseListQuery } from '#app/domain/reporting/course-list.ts'
import { listCourse, listUnits } from '#app/domain/reporting/course-list.server.ts'
import { csvHeaders, csvOf } from '#app/domain/reporting/csv.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { NotFound } from '#app/http/refusals.server.ts'
import { formatterFor } from '#app/i18n/translate.ts'
import { courseListColumns } from '#app/ui/report/course-list-columns.ts'

/** The list of a course as a file: the filters and order of the screen, over all pages. */
export const loader = defineLoader(
  { allow: ['hr'], params: z.object({ course: z.string() }), query: courseListQuery },
  async ({ db, actor, house, params, query, language, now, t }) => {
    const course = findCourse(house.catalogue, params.course)
    const unitIsOurs = query.unit === '' || (await listUnits(db, actor)).some((unit) => unit.id === query.unit)
    if (course === undefined || !unitIsOurs) throw new NotFound()
    const columns = courseListColumns(t, formatterFor(language))
    const rows = await listCourse(db, actor, course.id, query)
    const file = csvOf(
      columns.map((column) => column.label),
      rows.map((row) => columns.map((column) => column.file(row))),
    )
    return new Response(file, { headers: csvHeaders(`wegbereiter-kurs-${course.number}-${dateInBerlin(now)}.csv`) })
  },
)
