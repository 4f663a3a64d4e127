import type { InstallationDetails } from '#app/domain/installation/details.ts'
import { useT } from '#app/i18n/translate.ts'
import { ButtonLink } from '../button.tsx'
import { Address, Day, Given, Lines, Mail, useInLanguage, Values } from './given.tsx'
import { KnownBarriers } from './known-barriers.tsx'

interface AccessibilityStatementProps {
  /** Name of the authority that operates the installation. */
  readonly operator: string
  readonly details: InstallationDetails
  /** Days within which a report is answered. */
  readonly answerDays: number
  readonly links: { readonly report: string; readonly help: string }
}

/**
 * The statement of § 4 HVBIT: scope, conformance, what is not accessible, how it was assessed, feedback, enforcement, review.
 * State and dates also stand in `data` and `time` elements, for programs.
 */
export const AccessibilityStatement = ({ operator, details, answerDays, links }: AccessibilityStatementProps) => {
  const t = useT()
  const assessment = useInLanguage({ de: details.assessment_de, en: details.assessment_en })
  return (
    <>
      <section className="l-stack" aria-labelledby="scope">
        <h2 id="scope">{t('legal.accessibility.scope')}</h2>
        <p>{t('legal.accessibility.scopeText', { operator })}</p>
      </section>
      <section className="l-stack" aria-labelledby="status">
        <h2 id="status">{t('legal.accessibility.status')}</h2>
        {details.conformance === '' ? (
          <p>
            <Given value="" />
          </p>
        ) : (
          <>
            <p>
              <data value={details.conformance}>
                <b>{t(`legal.conformance.${details.conformance}`)}</b>
              </data>
            </p>
            <p>{t(`legal.accessibility.${details.conformance}`)}</p>
          </>
        )}
        <p>{t('legal.accessibility.requirements')}</p>
      </section>
      <section className="l-stack" aria-labelledby="content">
        <h2 id="content">{t('legal.accessibility.content')}</h2>
        <NotAccessible details={details} />
      </section>
      <section className="l-stack" aria-labelledby="assessed">
        <h2 id="assessed">{t('legal.accessibility.assessed')}</h2>
        <Values
          values={[
            {
              label: t('legal.accessibility.methodLabel'),
              value: details.method === '' ? <Given value="" /> : <data value={details.method}>{t(`legal.method.${details.method}`)}</data>,
            },
            { label: t('legal.accessibility.dateLabel'), value: <Day day={details.assessed_on} /> },
          ]}
        />
        <Foreign lang={assessment.lang} />
        <Lines text={assessment.text} lang={assessment.lang} />
      </section>
      <section className="l-stack" aria-labelledby="feedback">
        <h2 id="feedback">{t('legal.accessibility.feedback')}</h2>
        <p>{t('legal.accessibility.feedbackText', { days: answerDays })}</p>
        <p>
          <ButtonLink href={links.report}>{t('legal.report.title')}</ButtonLink>
        </p>
        {details.feedback_email === '' ? null : (
          <p>
            {t('legal.accessibility.feedbackMail')} <Mail address={details.feedback_email} />
          </p>
        )}
      </section>
      <section className="l-stack" aria-labelledby="enforcement">
        <h2 id="enforcement">{t('legal.accessibility.enforcement')}</h2>
        <p>{t('legal.accessibility.enforcementText')}</p>
        <Address text={`${details.enforcement_name}\n${details.enforcement_address}\n${details.enforcement_url}`} />
        {details.confirmed.includes('enforcement') ? null : <p className="t-meta">{t('legal.toBeChecked')}</p>}
      </section>
      <section className="l-stack" aria-labelledby="features">
        <h2 id="features">{t('legal.accessibility.features')}</h2>
        <p>
          {t('legal.accessibility.featuresText')} <a href={links.help}>{t('legal.accessibility.featuresLink')}</a>
        </p>
      </section>
      <section className="l-stack" aria-labelledby="review">
        <h2 id="review">{t('legal.accessibility.review')}</h2>
        {details.reviewed_on === '' ? (
          <p className="wb-missing">{t('legal.accessibility.reviewMissing')}</p>
        ) : (
          <p>
            {t('legal.accessibility.reviewText')} <Day day={details.reviewed_on} />
          </p>
        )}
      </section>
    </>
  )
}

const NotAccessible = ({ details }: { details: InstallationDetails }) => {
  const t = useT()
  const { text, lang } = useInLanguage({ de: details.barriers_de, en: details.barriers_en })
  if (text === '') return <p>{t(details.conformance === 'full' ? 'legal.accessibility.contentNone' : 'legal.accessibility.contentEmpty')}</p>
  return (
    <>
      <Foreign lang={lang} />
      <KnownBarriers lines={text} lang={lang} />
    </>
  )
}

const Foreign = ({ lang }: { lang: 'de' | 'en' | undefined }) => {
  const t = useT()
  return lang === undefined ? null : <p className="t-meta">{t(lang === 'de' ? 'legal.accessibility.onlyGerman' : 'legal.accessibility.onlyEnglish')}</p>
}
