import { listUnitFigures } from '#app/domain/figures/queries.server.ts'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import { toXlsx, xlsxHeaders } from '#app/domain/reporting/xlsx.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { figuresReport } from '#app/ui/figures/figures-report.ts'
import { figureCourses, figuresQuery, fileRows } from '#app/http/shown-figures.server.ts'

/** The figures as an Excel workbook, with what they mean on the second sheet. */
export const loader = defineLoader({ allow: rolesWhoSee('completion', 'sums'), query: figuresQuery }, async ({ db, actor, house, query, language, now, t }) => {
  const rows = fileRows(await listUnitFigures(db, actor), house.catalogue, query.at)
  const report = figuresReport(t, { courses: figureCourses(house.catalogue, language), rows, now })
  return new Response(await toXlsx(report), { headers: xlsxHeaders(`wegbereiter-${t('figures.file.name')}-${dateInBerlin(now)}.xlsx`) })
})
