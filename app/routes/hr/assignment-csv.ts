import { dateInBerlin } from '#app/platform/calendar.ts'
import { csvHeaders, toCsv } from '#app/domain/reporting/csv.ts'
import { assignedFile, reportOfAssigned } from '#app/http/assigned-file.server.ts'
import { defineLoader } from '#app/http/guard.server.ts'

/** The people of an assignment as a file. */
export const loader = defineLoader(
  assignedFile,
  async (work) => new Response(toCsv(await reportOfAssigned(work)), { headers: csvHeaders(`wegbereiter-zuweisung-${dateInBerlin(work.now)}.csv`) }),
)
