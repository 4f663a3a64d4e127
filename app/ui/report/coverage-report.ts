/** The table of coverage as a report: one line for each cell of the map, the sums last. */
import type { Coverage } from '#app/domain/reporting/coverage.server.ts'
import type { Report } from '#app/domain/reporting/report.ts'
import type { Share } from '#app/domain/reporting/share.ts'
import type { Format, Translate } from '#app/i18n/translate.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { reportFrame } from './report-frame.ts'

/** A cell of the map: a unit ('' for the whole authority) and a course, by their places in the coverage. */
export interface CoverageLine {
  readonly unit: string
  readonly course: string
  readonly share: Share
}

interface CoverageFacts {
  readonly coverage: Coverage
  /** Number and title of each course, in the order of the coverage. */
  readonly courses: readonly string[]
  readonly now: string
}

/** The lines in order: unit by unit, in each course by course. */
export const coverageReport = (t: Translate, format: Format, { coverage, courses, now }: CoverageFacts): Report<CoverageLine> => {
  const lines = (unit: string, shares: readonly Share[]) => shares.map((share, index) => ({ unit, course: courses[index] ?? '', share }))
  return {
    ...reportFrame(t, format, {
      title: t('hr.coverage.title'),
      now,
      notes: [
        { label: t('hr.definitions.people'), text: t('hr.definitions.peopleText') },
        { label: t('hr.definitions.completed'), text: t('hr.definitions.completedText') },
        { label: t('hr.definitions.percent'), text: t('hr.definitions.percentText') },
      ],
    }),
    columns: [
      { key: 'unit', label: t('hr.column.unit'), type: 'text', value: ({ unit }) => unit },
      { key: 'course', label: t('hr.column.course'), type: 'text', value: ({ course }) => course },
      { key: 'people', label: t('hr.column.people'), type: 'number', value: ({ share }) => share.people },
      { key: 'completed', label: t('hr.column.completed'), type: 'number', value: ({ share }) => share.completed },
      { key: 'percent', label: t('hr.column.percent'), type: 'share', value: ({ share }) => share.percent },
      { key: 'stand', label: t('hr.column.stand'), type: 'date', value: () => dateInBerlin(now) },
    ],
    rows: [...coverage.units.flatMap((unit) => lines(unit.name, unit.courses)), ...lines(t('hr.coverage.total'), coverage.courses)],
  }
}
