import { useT } from '#app/i18n/translate.ts'

/** Search from everywhere: a field where there is room, else a link to the page that has one. The style sheet shows one of the two. */
export const HeaderSearch = ({ href }: { readonly href: string }) => {
  const t = useT()
  return (
    <>
      <search className="wb-head__search" aria-label={t('shell.nav.search')}>
        <form method="get" action={href}>
          <input type="search" name="q" maxLength={200} aria-label={t('shell.nav.searchLabel')} placeholder={t('shell.nav.search')} autoComplete="off" />
          <button type="submit">{t('shell.nav.searchButton')}</button>
        </form>
      </search>
      <a className="wb-tool wb-head__find" href={href}>
        {t('shell.nav.search')}
      </a>
    </>
  )
}
