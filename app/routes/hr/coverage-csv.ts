import { shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import { getOverview } from '#app/domain/reporting/coverage.server.ts'
import { csvHeaders, csvOf } from '#app/domain/reporting/csv.ts'
import type { Share } from '#app/domain/reporting/share.ts'
import { defineLoader } from '#app/http/guard.server.ts'

/** The table of the overview as a file: one line for each cell, the totals last. */
export const loader = defineLoader({ allow: rolesWhoSee('completion') }, async ({ db, actor, house, language, now, t }) => {
  const courses = house.catalogue.courses
  const { coverage } = await getOverview(
    db,
    actor,
    courses.map((course) => course.id),
    { now },
  )
  const stand = dateInBerlin(now)
  const lines = (unit: string, shares: readonly Share[]) =>
    shares.map((share, index) => {
      const course = courses[index]
      const title = course?.text[shownLanguage(course, language)]?.title ?? ''
      return [
        unit,
        `${course?.number ?? ''} ${title}`,
        String(share.people),
        String(share.completed),
        share.percent === null ? '' : String(share.percent),
        stand,
      ]
    })
  const header = [t('hr.column.unit'), t('hr.column.course'), t('hr.column.people'), t('hr.column.completed'), t('hr.column.percent'), t('hr.column.stand')]
  const rows = [...coverage.units.flatMap((unit) => lines(unit.name, unit.courses)), ...lines(t('hr.coverage.total'), coverage.courses)]
  return new Response(csvOf(header, rows), { headers: csvHeaders(`wegbereiter-${stand}.csv`) })
})
