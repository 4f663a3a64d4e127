import type { Numbers } from '#app/domain/assignment/counts.server.ts'
import type { Expiring } from '#app/domain/reporting/certificate-list.ts'
import type { Overview } from '#app/domain/reporting/coverage.server.ts'
import { competenceTile, expiryTile, hoursTile } from '#app/domain/reporting/tiles.ts'
import { type Translate, useFormat, useT } from '#app/i18n/translate.ts'
import { Sparkline } from '../chart/sparkline.tsx'
import { Tile } from './tile.tsx'

interface OverviewTilesProps {
  readonly overview: Overview
  readonly expiring: Expiring
  readonly assigned: Numbers & { readonly assignments: number }
  /** Instant of the figures, in words. */
  readonly time: string
  /** What the share of completions says. */
  readonly progress: string
  readonly href: {
    readonly people: string
    readonly open: string
    /** Certificates that end within so many days, or have ended. */
    readonly certificates: (within: '30' | '60' | '90' | 'expired') => string
    readonly courses: string
    readonly competences: string
    readonly assignments: string
  }
}

/** The figures of the overview, each with its sentence, its definition and the way to its list. */
export const OverviewTiles = ({ overview, expiring, assigned, time, progress, href }: OverviewTilesProps) => {
  const t = useT()
  const format = useFormat()
  const { coverage, trend, competences, minutes_this_year } = overview
  const counted = t('hr.tile.counted', { time })
  const hours = hoursTile(minutes_this_year, coverage.people)
  const range = competenceTile(competences.rows)
  return (
    <section aria-labelledby="figures">
      <h2 id="figures" className="kern-sr-only">
        {t('hr.tile.title')}
      </h2>
      <ul className="wb-tiles">
        <Tile
          label={t('hr.tile.completed')}
          value={coverage.all.percent === null ? t('hr.noDate') : t('hr.coverage.percent', { percent: String(coverage.all.percent) })}
          picture={<Sparkline values={trend.flatMap(({ percent }) => (percent === null ? [] : [percent]))} />}
          counted={counted}
          definition={`${t('hr.definitions.completedText')} ${t('hr.definitions.percentText')}`}
          link={{ href: href.open, label: t('hr.tile.completedLink') }}
        >
          {progress}
        </Tile>
        <Tile
          label={t('hr.tile.certificates')}
          value={t('hr.tile.certificatesValue', { count: format.number(expiring.in_90) })}
          parts={[
            ...(['30', '60', '90'] as const).map((days) => ({
              label: t('hr.tile.days', { days }),
              value: format.number(expiring[`in_${days}`]),
              href: href.certificates(days),
            })),
            { label: t('hr.tile.expired'), value: format.number(expiring.expired), href: href.certificates('expired') },
          ]}
          counted={counted}
          definition={t('hr.tile.certificatesText')}
          link={{ href: href.certificates('90'), label: t('hr.tile.certificatesLink') }}
        >
          {expirySentence(t, expiring)}
        </Tile>
        <Tile
          label={t('hr.tile.assignments')}
          value={
            assigned.assignments === 0
              ? format.number(0)
              : t('hr.tile.assignmentsValue', {
                  completed: format.number(assigned.completed),
                  people: format.number(assigned.completed + assigned.open + assigned.overdue),
                })
          }
          counted={counted}
          definition={t('hr.tile.assignmentsText')}
          link={{ href: href.assignments, label: t('hr.tile.assignmentsLink') }}
        >
          {assigned.assignments === 0
            ? t('hr.tile.assignmentsNone')
            : assigned.overdue > 0
              ? t('hr.tile.assignmentsOverdue', { count: assigned.overdue, open: assigned.open })
              : t('hr.tile.assignmentsOpen', { open: assigned.open })}
        </Tile>
        <Tile
          label={t('hr.tile.people')}
          value={format.number(coverage.people)}
          counted={counted}
          definition={t('hr.definitions.peopleText')}
          link={{ href: href.people, label: t('hr.tile.peopleLink') }}
        >
          {t('hr.tile.peopleSentence', { units: coverage.units.length })}
        </Tile>
        <Tile
          label={t('hr.tile.hours')}
          value={t('hr.tile.hoursValue', { hours: format.number(hours?.hours ?? 0) })}
          counted={counted}
          definition={t('hr.tile.hoursText')}
          link={{ href: href.courses, label: t('hr.tile.hoursLink') }}
        >
          {hours === null ? t('hr.tile.hoursNone') : t('hr.tile.hoursSentence', { minutes: hours.minutes_each })}
        </Tile>
        <Tile
          label={t('hr.tile.competences')}
          value={
            range.kind === 'range'
              ? t('hr.tile.competencesRange', { least: String(range.least.percent), most: String(range.most.percent) })
              : range.kind === 'level'
                ? t('hr.coverage.percent', { percent: String(range.percent) })
                : t('hr.noDate')
          }
          counted={counted}
          definition={t('hr.competences.definitionText')}
          link={{ href: href.competences, label: t('hr.tile.competencesLink') }}
        >
          {range.kind === 'range'
            ? t('hr.tile.competencesSentence', { most: t(`shell.competence.${range.most.id}`), least: t(`shell.competence.${range.least.id}`) })
            : t(range.kind === 'level' ? 'hr.tile.competencesLevel' : 'hr.tile.competencesNone')}
        </Tile>
      </ul>
    </section>
  )
}

const expirySentence = (t: Translate, expiring: Expiring): string => {
  const { kind, count, expired } = expiryTile(expiring)
  const sentence = kind === 'soon' ? t('hr.tile.certificatesSoon', { count }) : t(kind === 'later' ? 'hr.tile.certificatesLater' : 'hr.tile.certificatesNone')
  return expired === 0 ? sentence : `${sentence} ${t('hr.tile.certificatesExpired', { count: expired })}`
}
