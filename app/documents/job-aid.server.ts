import type { JobAidSheet } from '#app/domain/catalogue/job-aid.ts'
import { translatorFor } from '#app/i18n/translate.ts'
import { writeDocument } from './document.server.ts'
import { drawJobAid, footerOf } from './job-aid.ts'

/** Revisions never change, so a sheet is written once; an older one gives way when there are more. */
const KEPT = 100
const written = new Map<string, Promise<Buffer>>()

/** The sheet as a tagged PDF of one page. The same revision and language give the same bytes: nothing of the reader is in it. */
export const writeJobAid = (revision: string, sheet: JobAidSheet): Promise<Buffer> => {
  const key = `${revision} ${sheet.module_number} ${sheet.language}`
  const known = written.get(key)
  if (known !== undefined) return known
  const t = translatorFor(sheet.language)
  const kicker = t('aid.kicker', { course: sheet.course_number, module: sheet.module_number })
  const bytes = writeDocument(
    {
      title: `${kicker}: ${withoutMarks(sheet.aid.title)}`,
      lang: sheet.language,
      created_at: `${sheet.published_on}T00:00:00.000Z`,
      footer: footerOf(sheet),
      one_page: true,
    },
    (paper) => drawJobAid(sheet, paper),
  )
  const [oldest] = written.keys()
  if (written.size >= KEPT && oldest !== undefined) written.delete(oldest)
  written.set(key, bytes)
  // One that failed is tried again.
  bytes.catch(() => written.delete(key))
  return bytes
}

const withoutMarks = (text: string): string => text.replaceAll('*', '')
