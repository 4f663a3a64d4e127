import type { Bracket } from '#app/domain/figures/disclosure.ts'
import type { FigureRow } from '#app/domain/figures/figure-rows.ts'
import type { Report, ReportColumn } from '#app/domain/reporting/report.ts'
import type { Translate } from '#app/i18n/translate.ts'

/** A course as the heading of its column. */
export interface FigureCourse {
  readonly number: number
  readonly title: string
}

/** The columns of the figures, on the screen and in the files. */
export const figureColumns = (t: Translate, courses: readonly FigureCourse[]): readonly ReportColumn<FigureRow>[] => [
  { key: 'unit', label: t('figures.unit'), type: 'text', value: ({ unit }) => unit ?? t('figures.all') },
  { key: 'day', label: t('figures.day'), type: 'date', value: ({ cut_off_on }) => cut_off_on },
  { key: 'people', label: t('figures.people'), type: 'number', value: ({ people }) => people },
  ...courses.map(
    ({ number, title }, place): ReportColumn<FigureRow> => ({
      key: `course-${number}`,
      label: t('figures.course', { number: String(number), title }),
      type: 'text',
      empty: t('figures.hidden'),
      value: ({ courses: brackets }) => bracketWords(t, brackets[place] ?? null),
    }),
  ),
]

/** A bracket in words, so that no spreadsheet takes it for a date. */
export const bracketWords = (t: Translate, bracket: Bracket | null): string | null =>
  bracket === null ? null : t('figures.range', { low: String(bracket.low), high: String(bracket.high) })

/** The figures as a file, with everything a reader needs to understand them on the second sheet. */
export const figuresReport = (t: Translate, facts: { courses: readonly FigureCourse[]; rows: readonly FigureRow[]; now: string }): Report<FigureRow> => ({
  title: t('figures.title'),
  stand: facts.now,
  sheets: [t('figures.file.table'), t('hr.report.notes')],
  notes: (['people', 'completed', 'ranges', 'who'] as const).map((key) => ({
    label: t(`figures.definitions.${key}`),
    text: t(`figures.definitions.${key}Text`),
  })),
  columns: figureColumns(t, facts.courses),
  rows: facts.rows,
})
