import { useT } from '#app/i18n/translate.ts'
import { Page } from '../page.tsx'

/** Says to administrators of other authorities whose page this is. `operator` is null before there is one. */
export const OperatorOnly = ({ operator }: { operator: { readonly name: string; readonly contact_email: string } | null }) => {
  const t = useT()
  return (
    <Page title={t('legal.operatorOnly.title')} width="narrow" gap="l">
      {operator === null ? (
        <p>{t('legal.operatorOnly.nobody')}</p>
      ) : (
        <>
          <p>{t('legal.operatorOnly.text', { operator: operator.name })}</p>
          <p>
            {t('legal.operatorOnly.ask')} <a href={`mailto:${operator.contact_email}`}>{operator.contact_email}</a>
          </p>
        </>
      )}
    </Page>
  )
}
