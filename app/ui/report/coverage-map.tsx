import type { Coverage } from '#app/domain/reporting/coverage.server.ts'
import type { Share } from '#app/domain/reporting/share.ts'
import { type Translate, useT } from '#app/i18n/translate.ts'
import { type HeatCell, HeatMap } from '../chart/heat-map.tsx'
import { shareLegend } from './share-legend.ts'

interface CoverageMapProps {
  readonly coverage: Coverage
  readonly courses: readonly { readonly slug: string; readonly label: string }[]
  /** Instant of the figures, in words. */
  readonly time: string
  readonly listHref: (course: string, unit?: string) => string
}

/** Org units by courses with the value in every cell. HR of the own authority sees every value; each leads to its list. */
export const CoverageMap = ({ coverage, courses, time, listHref }: CoverageMapProps) => {
  const t = useT()
  const cells = (shares: readonly Share[], all: Share, unit?: string) => [
    ...shares.map((share, index) => cellOf(t, share, listHref(courses[index]?.slug ?? '', unit))),
    ...(courses.length > 1 ? [cellOf(t, all)] : []),
  ]
  return (
    <HeatMap
      caption={t('hr.coverage.caption', { time })}
      corner={t('hr.coverage.unit')}
      columns={[
        ...courses.map(({ slug, label }) => ({ key: slug, label, short: withoutSubtitle(label), href: listHref(slug) })),
        ...(courses.length > 1 ? [{ key: 'all', label: t('hr.coverage.all') }] : []),
      ]}
      rows={[
        ...coverage.units.map((unit) => ({
          key: unit.id,
          name: unit.name,
          note: t('hr.people', { count: unit.people }),
          cells: cells(unit.courses, unit.all, unit.id),
        })),
        {
          key: 'total',
          name: t('hr.coverage.total'),
          note: t('hr.people', { count: coverage.people }),
          cells: cells(coverage.courses, coverage.all),
          total: true,
        },
      ]}
      legend={shareLegend(t)}
    />
  )
}

/** "1 Willkommensbehörde: unser Selbstverständnis" by its first half. */
const withoutSubtitle = (title: string) => title.split(': ', 1)[0] ?? title

const cellOf = (t: Translate, { percent }: Share, href?: string): HeatCell =>
  percent === null
    ? { kind: 'none', word: t('hr.coverage.nobody') }
    : { kind: 'share', percent, text: t('hr.coverage.percent', { percent: String(percent) }), href }
