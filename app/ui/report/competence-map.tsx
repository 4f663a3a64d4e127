import type { CompetenceCoverage, CompetenceRow } from '#app/domain/reporting/competences.ts'
import type { Share } from '#app/domain/reporting/share.ts'
import { type Translate, useT } from '#app/i18n/translate.ts'
import { type HeatCell, HeatMap } from '../chart/heat-map.tsx'
import { competenceName } from './competence-report.ts'
import { shareLegend } from './share-legend.ts'

interface CompetenceMapProps {
  readonly coverage: CompetenceCoverage
  /** Instant of the figures, in words. */
  readonly time: string
  /** Where the courses of a competence stand. */
  readonly courseHref: (competence: CompetenceRow['id']) => string
}

/** Competences by org unit with the value in every cell. A competence that no course trains yet has none. */
export const CompetenceMap = ({ coverage, time, courseHref }: CompetenceMapProps) => {
  const t = useT()
  return (
    <HeatMap
      caption={t('hr.competences.caption', { time })}
      corner={t('hr.column.competence')}
      columns={[...coverage.units.map(({ id, name }) => ({ key: id, label: name })), { key: 'all', label: t('hr.coverage.total') }]}
      rows={coverage.rows.map((row) => ({
        key: row.id,
        name: competenceName(t, row.id),
        note:
          row.courses === 0 ? (
            t('hr.competences.courses', { count: 0 })
          ) : (
            <a href={courseHref(row.id)}>{t('hr.competences.courses', { count: row.courses })}</a>
          ),
        cells: [...row.units, row.all].map((share) => (row.courses === 0 ? { kind: 'none', word: t('hr.coverage.nobody') } : cellOf(t, share))),
      }))}
      legend={shareLegend(t)}
    />
  )
}

const cellOf = (t: Translate, { percent }: Share): HeatCell =>
  percent === null ? { kind: 'none', word: t('hr.coverage.nobody') } : { kind: 'share', percent, text: t('hr.coverage.percent', { percent: String(percent) }) }
