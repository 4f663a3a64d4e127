import type { MetaFunction } from '@remix-run/node'
import { z } from 'zod'
import { listReadableCourses } from '#app/domain/catalogue/readable-courses.ts'
import { type SearchResult, searchCatalogue } from '#app/domain/catalogue/search/search-catalogue.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { Page } from '#app/ui/page.tsx'
import { Paging } from '#app/ui/paging.tsx'
import { Hits } from '#app/ui/search/hits.tsx'
import { NothingFound } from '#app/ui/search/nothing-found.tsx'
import { SearchField } from '#app/ui/search/search-field.tsx'

/** An address that was cut or changed by hand still searches. */
const query = z.object({
  q: z.string().default(''),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
  /** Texts of the other language, where the reader's has no hit. */
  lang: z.enum(['de', 'en']).optional().catch(undefined),
  in: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
    .optional()
    .catch(undefined),
})

export const loader = defineLoader({ allow: ['learner'], query }, async ({ actor, house, query, language, t }) => {
  const [course, module] = query.in?.split('/') ?? []
  const searched = query.lang ?? language
  const within = course === undefined || module === undefined ? undefined : { course, module }
  const question = { words: query.q, language: searched, page: query.page, within }
  const result = await searchCatalogue(house.catalogue, listReadableCourses(house.catalogue, actor), question)
  return {
    result,
    language: searched,
    isForeign: searched !== language,
    within: within === undefined ? undefined : query.in,
    documentTitle: pageTitle(result.words === '' ? t('search.title') : t('search.titleOf', { words: result.words })),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? '' }]

export default function Search() {
  const { result, language, isForeign, within } = usePageData<typeof loader>()
  const t = useT()
  const { words, groups, page, pages } = result
  const lang = isForeign ? language : undefined
  const isList = groups.length > 0
  return (
    <Page title={t('search.title')} gap="l" width="cert">
      <SearchField action={paths.search()} value={words} hint={result.kind === 'nothing'} />
      {result.kind === 'nothing' ? null : (
        <div className="wb-asked l-stack l-stack--s">
          <p role="status">
            <b>{sentenceOf(t, result, within)}</b>
            {pages > 1 ? `, ${t('search.page', { page, pages })}` : null}
          </p>
          {isForeign ? (
            <p>
              {t(`search.searching.${language}`)} <a href={paths.search(words)}>{t('search.back')}</a>
            </p>
          ) : null}
          {within === undefined ? null : (
            <p>
              <a href={paths.search(words, { lang })}>{t('search.all')}</a>
            </p>
          )}
          {isList
            ? result.related.map((term) => (
                <p key={term}>
                  <a href={paths.search(term, { lang })}>{t('search.tryToo', { term })}</a>
                </p>
              ))
            : null}
        </div>
      )}
      {isList ? (
        <>
          <Hits groups={groups} language={language} within={(course, module) => paths.search(words, { in: `${course}/${module}`, lang })} />
          <Paging page={page} pages={pages} href={(page) => paths.search(words, { in: within, lang, page: String(page) })} />
        </>
      ) : (
        <NothingFound result={result} language={language} />
      )}
    </Page>
  )
}

const sentenceOf = (t: ReturnType<typeof useT>, { kind, words, total, groups }: SearchResult, within: string | undefined): string => {
  const [group] = groups
  if (kind === 'common') return t('search.tooCommon', { words })
  if (kind === 'none' || group === undefined) return t(within === undefined ? 'search.none' : 'search.noneIn', { words })
  if (within !== undefined && group.place.kind === 'module') return t('search.foundIn', { count: total, words, module: group.place.module.number })
  return t(kind === 'some' ? 'search.foundSome' : 'search.found', { count: total, words })
}
