/** Coverage by competence as a report: one line for each cell of the map, the sums last. No names. */
import type { CompetenceCoverage, CompetenceRow } from '#app/domain/reporting/competences.ts'
import type { Report } from '#app/domain/reporting/report.ts'
import type { Share } from '#app/domain/reporting/share.ts'
import type { Format, Translate } from '#app/i18n/translate.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { reportFrame } from './report-frame.ts'

/** A cell of the map. */
export interface CompetenceLine {
  readonly competence: string
  readonly courses: number
  readonly unit: string
  readonly share: Share
}

/** "K1 Auftrag & Rollenklarheit" */
export const competenceName = (t: Translate, id: CompetenceRow['id']): string => `${id} ${t(`shell.competence.${id}`)}`

/** The lines in order: competence by competence, in each unit by unit and then the whole authority. */
export const competenceReport = (
  t: Translate,
  format: Format,
  facts: { readonly coverage: CompetenceCoverage; readonly now: string },
): Report<CompetenceLine> => {
  const { coverage, now } = facts
  return {
    ...reportFrame(t, format, {
      title: t('hr.competences.title'),
      now,
      notes: [
        { label: t('hr.competences.definition'), text: t('hr.competences.definitionText') },
        { label: t('hr.definitions.people'), text: t('hr.definitions.peopleText') },
      ],
    }),
    columns: [
      { key: 'competence', label: t('hr.column.competence'), type: 'text', width: 40, value: ({ competence }) => competence },
      { key: 'courses', label: t('hr.column.courses'), type: 'number', value: ({ courses }) => courses },
      { key: 'unit', label: t('hr.column.unit'), type: 'text', value: ({ unit }) => unit },
      { key: 'people', label: t('hr.column.people'), type: 'number', value: ({ share }) => share.people },
      { key: 'covered', label: t('hr.column.covered'), type: 'number', value: ({ share }) => share.completed },
      { key: 'percent', label: t('hr.column.percent'), type: 'share', value: ({ courses, share }) => (courses === 0 ? null : share.percent) },
      { key: 'stand', label: t('hr.column.stand'), type: 'date', value: () => dateInBerlin(now) },
    ],
    rows: coverage.rows.flatMap((row) => {
      const line = (unit: string, share: Share) => ({ competence: competenceName(t, row.id), courses: row.courses, unit, share })
      return [...row.units.map((share, index) => line(coverage.units[index]?.name ?? '', share)), line(t('hr.coverage.total'), row.all)]
    }),
  }
}
