import { listUnitFigures } from '#app/domain/figures/queries.server.ts'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import { csvHeaders, toCsv } from '#app/domain/reporting/csv.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { figuresReport } from '#app/ui/figures/figures-report.ts'
import { figureCourses, figuresQuery, fileRows } from '#app/http/shown-figures.server.ts'

/** The figures as a file for a spreadsheet or a program. */
export const loader = defineLoader({ allow: rolesWhoSee('completion', 'sums'), query: figuresQuery }, async ({ db, actor, house, query, language, now, t }) => {
  const rows = fileRows(await listUnitFigures(db, actor), house.catalogue, query.at)
  const report = figuresReport(t, { courses: figureCourses(house.catalogue, language), rows, now })
  return new Response(toCsv(report), { headers: csvHeaders(`wegbereiter-${t('figures.file.name')}-${dateInBerlin(now)}.csv`) })
})
