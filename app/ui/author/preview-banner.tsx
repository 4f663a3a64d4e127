import { useT } from '#app/i18n/translate.ts'

/** The band under the head of every preview page: what is seen, that nothing is kept, and the way out. */
export const PreviewBanner = ({ number, revision, endHref }: { number: string; revision: string; endHref: string }) => {
  const t = useT()
  return (
    <aside className="wb-preview" aria-label={t('author.preview.name')}>
      <div className="l-wrap">
        <b>{t('author.preview.label')}</b>
        <span>{t('author.preview.text', { number, revision: shortRevision(revision) })}</span>
        <a className="wb-preview__end" href={endHref}>
          {t('author.preview.end')}
        </a>
      </div>
    </aside>
  )
}

/** The first eight characters of a revision's hash: enough to tell two apart by eye. */
export const shortRevision = (revision: string): string => revision.slice(0, 8)
