import type { Confirmable, DetailName } from '#app/domain/installation/details.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { Alert } from '../alert.tsx'
import { Values } from './given.tsx'

interface InstallationStateProps {
  readonly missing: readonly DetailName[]
  readonly unconfirmed: readonly Confirmable[]
  /** Day of the last review, where it is more than a year ago. */
  readonly reviewDue: string | null
}

/** What an operator still has to do, each with a link to its field. */
export const InstallationState = ({ missing, unconfirmed, reviewDue }: InstallationStateProps) => {
  const t = useT()
  const format = useFormat()
  if (missing.length === 0 && unconfirmed.length === 0 && reviewDue === null) return <p>{t('legal.installation.complete')}</p>
  return (
    <>
      {reviewDue === null ? null : (
        <Alert kind="warning" title={t('legal.installation.reviewTitle')} headingLevel={2}>
          <p>
            {t('legal.installation.review', { date: format.dateTime(new Date(`${reviewDue}T12:00:00Z`), { dateStyle: 'long' }) })}{' '}
            <a href="#reviewed_on">{t('legal.field.reviewed_on')}</a>
          </p>
        </Alert>
      )}
      {missing.length === 0 ? null : (
        <section className="wb-callout" aria-labelledby="missing">
          <h2 className="t-h4" id="missing">
            {t('legal.installation.missingTitle')}
          </h2>
          <p>{t('legal.installation.missing', { count: missing.length })}</p>
          <ul>
            {missing.map((name) => (
              <li key={name}>
                <a href={`#${name}`}>{t(`legal.field.${name}`)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {unconfirmed.length === 0 ? null : (
        <section className="wb-callout" aria-labelledby="unchecked">
          <h2 className="t-h4" id="unchecked">
            {t('legal.installation.uncheckedTitle')}
          </h2>
          <ul>
            {unconfirmed.map((name) => (
              <li key={name}>
                <a href={`#${FIRST_FIELD[name]}`}>{t(`legal.confirmable.${name}`)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const FIRST_FIELD = { privacy_authority: 'privacy_authority', legal_basis: 'legal_basis_de', enforcement: 'enforcement_name' } as const

/** What somebody else has stored in the meantime, where it differs from what is typed. */
export const StoredMeanwhile = ({ stored }: { stored: readonly { readonly name: DetailName; readonly text: string }[] }) => {
  const t = useT()
  return (
    <section className="wb-callout" aria-labelledby="meanwhile">
      <h2 className="t-h4" id="meanwhile">
        {t('legal.installation.meanwhileTitle')}
      </h2>
      <p>{t('legal.installation.meanwhile')}</p>
      <Values
        values={stored.map(({ name, text }) => ({
          label: t(`legal.field.${name}`),
          value: text === '' ? t('legal.installation.empty') : <span className="wb-typed">{text}</span>,
        }))}
      />
    </section>
  )
}
