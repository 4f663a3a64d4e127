import type { Language } from '#app/content/course.ts'
import type { SearchResult } from '#app/domain/catalogue/search/search-catalogue.ts'
import { useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'

/** What to try where a question has no hits: another word, the other language, another spelling, the glossary. Before anything was asked: where else to look. */
export const NothingFound = ({ result, language }: { readonly result: SearchResult; readonly language: Language }) => {
  const t = useT()
  const other = language === 'de' ? 'en' : 'de'
  const own = useLanguage()
  const { kind, words, related, spelling, elsewhere } = result
  if (kind === 'nothing') {
    return (
      <p className="l-cluster">
        {t('search.orElse')}
        <a href={paths.glossary()}>{t('search.glossary')}</a>
        <a href={paths.courses()}>{t('search.courses')}</a>
        <a href={paths.sources()}>{t('search.sources')}</a>
      </p>
    )
  }
  if (kind === 'common') return <p>{t('search.tooCommonText')}</p>
  const lang = language === own ? undefined : language
  return (
    <div className="l-stack l-stack--s">
      {related.map((term) => (
        <p key={term}>
          <a href={paths.search(term, { lang })}>{t('search.try', { term })}</a>
        </p>
      ))}
      {elsewhere === 0 ? null : (
        <p>
          <a href={paths.search(words, { lang: other === own ? undefined : other })}>{t(`search.elsewhere.${other}`, { count: elsewhere })}</a>
        </p>
      )}
      {spelling === undefined || related.length > 0 || elsewhere > 0 ? null : (
        <p>
          <a href={paths.search(spelling, { lang })}>{t('search.spelling', { word: spelling })}</a>
        </p>
      )}
      <p>
        {t('search.noneText')} <a href={paths.glossary()}>{t('search.allTerms')}</a>
      </p>
    </div>
  )
}
