import { dateInBerlin } from '#app/platform/calendar.ts'
import { toXlsx, xlsxHeaders } from '#app/domain/reporting/xlsx.ts'
import { assignedFile, reportOfAssigned } from '#app/http/assigned-file.server.ts'
import { defineLoader } from '#app/http/guard.server.ts'

/** The people of an assignment as a workbook. */
export const loader = defineLoader(
  assignedFile,
  async (work) => new Response(await toXlsx(await reportOfAssigned(work)), { headers: xlsxHeaders(`wegbereiter-zuweisung-${dateInBerlin(work.now)}.xlsx`) }),
)
