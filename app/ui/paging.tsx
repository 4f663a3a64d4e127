import { useT } from '#app/i18n/translate.ts'

/** Pages of a long list; pages count from 1. Shows first, last and the neighbours of the current page. */
export const Paging = ({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) => {
  const t = useT()
  if (pages <= 1) return null
  return (
    <nav aria-label={t('shell.pages')}>
      <ul className="wb-paging">
        {page > 1 ? (
          <li>
            <a href={href(page - 1)} rel="prev">
              {t('shell.previous')}
            </a>
          </li>
        ) : null}
        {shownPages(page, pages).map((shown, index, all) => (
          <li key={shown}>
            {index > 0 && shown - (all[index - 1] ?? 0) > 1 ? <span aria-hidden="true">…</span> : null}
            {shown === page ? (
              <span aria-current="page">
                {shown}
                <span className="kern-sr-only"> {t('shell.currentPage')}</span>
              </span>
            ) : (
              <a href={href(shown)} aria-label={t('shell.page', { page: String(shown) })}>
                {shown}
              </a>
            )}
          </li>
        ))}
        {page < pages ? (
          <li>
            <a href={href(page + 1)} rel="next">
              {t('shell.next')}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

/** First, last and the two on either side of the current page, in order. */
export const shownPages = (page: number, pages: number): readonly number[] =>
  [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, pages])].filter((shown) => shown >= 1 && shown <= pages).sort((a, b) => a - b)
