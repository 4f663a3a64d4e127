import type { TrailReader, TrailSearch, trailProblems } from '#app/domain/privacy/search-trail.ts'
import type { FoundTrail } from '#app/domain/privacy/search-trail.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { Empty } from '../empty.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Page } from '../page.tsx'
import { Paging } from '../paging.tsx'
import { FoundTable, type FoundTableProps } from './found-table.tsx'
import { TrailSearchForm } from './trail-search.tsx'

interface TrailPageProps extends Omit<FoundTableProps, 'entries'> {
  readonly reader: TrailReader
  readonly search: TrailSearch
  /** What is wrong with the days: then nothing was searched. */
  readonly problems: ReturnType<typeof trailProblems>
  readonly found: FoundTrail
  /** The page with another search. */
  readonly href: (search: Partial<Record<'verb' | 'from' | 'to' | 'actor' | 'person' | 'page', string>>) => string
}

/** The trail as HR or administration may search it. */
export const TrailPage = ({ reader, search, problems, found, href, courseNumbers, unitNames }: TrailPageProps) => {
  const t = useT()
  const { page, ...filters } = search
  const sentences = (['from', 'to'] as const).flatMap((field) => {
    const code = problems[field]
    return code === undefined ? [] : [{ field, message: code === 'order' ? t('trail.problem.order') : t('trail.problem.day', { field: t(`trail.${field}`) }) }]
  })
  return (
    <Page title={t('trail.title')} meta={t(reader === 'hr' ? 'trail.leadHr' : 'trail.leadAdmin')} gap="l">
      <ErrorSummary problems={sentences} />
      <TrailSearchForm action={href({})} reader={reader} search={search} problems={sentences} />
      {sentences.length > 0 ? null : (
        <p role="status">
          <b>{t('trail.count', { count: found.total })}</b>
        </p>
      )}
      {sentences.length > 0 ? null : found.entries.length === 0 ? (
        <Empty title={t('trail.emptyTitle')} kind="lost" action={{ href: href({}), label: t('trail.reset') }}>
          {t('trail.empty')}
        </Empty>
      ) : (
        <FoundTable entries={found.entries} courseNumbers={courseNumbers} unitNames={unitNames} />
      )}
      <Paging page={found.page} pages={found.pages} href={(to) => href({ ...filters, page: to === 1 ? '' : String(to) })} />
      <p className="t-meta t-measure">{t('trail.note')}</p>
    </Page>
  )
}
