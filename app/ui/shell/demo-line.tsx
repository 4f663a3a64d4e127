import { useT } from '#app/i18n/translate.ts'

/** Says on every page that nothing here is real. */
export const DemoLine = () => {
  const t = useT()
  return (
    <aside className="wb-demo" aria-label={t('shell.notice')}>
      <p className="l-wrap">
        <b>{t('shell.demo.title')}</b> {t('shell.demo.text')}
      </p>
    </aside>
  )
}
