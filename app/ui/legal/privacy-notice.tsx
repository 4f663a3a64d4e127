import type { ReactNode } from 'react'
import type { InstallationDetails } from '#app/domain/installation/details.ts'
import type { StoredKind } from '#app/domain/installation/stored-data.ts'
import { useT } from '#app/i18n/translate.ts'
import { CookieTable } from './cookie-table.tsx'
import { Address, Given, Lines, Mail, useInLanguage, Values } from './given.tsx'
import { OnThisPage } from './on-this-page.tsx'
import { StoredDataTable } from './stored-data-table.tsx'

const SECTIONS = ['controller', 'officer', 'purposes', 'stored', 'required', 'basis', 'recipients', 'backups', 'cookies', 'automated', 'rights'] as const

interface Office {
  readonly name: string
  readonly contact_email: string
}

interface PrivacyNoticeProps {
  readonly operator: Office
  readonly details: InstallationDetails
  /** The authority of who is reading; null for somebody without an account. */
  readonly own: Office | null
  readonly kinds: readonly StoredKind[]
  readonly cookies: Parameters<typeof CookieTable>[0]['cookies']
  readonly links: { readonly imprint: string; readonly ownData: string; readonly visibility: string }
}

/** The information of Art. 13 GDPR: what the software knows of itself, and what its operator filled in. */
export const PrivacyNotice = ({ operator, details, own, kinds, cookies, links }: PrivacyNoticeProps) => {
  const t = useT()
  const basis = useInLanguage({ de: details.legal_basis_de, en: details.legal_basis_en })
  const parts: Readonly<Record<(typeof SECTIONS)[number], ReactNode>> = {
    controller: (
      <>
        <p>
          {t('legal.privacy.controllerText')}
          {own === null ? null : (
            <>
              {' '}
              {t('legal.privacy.own', { authority: own.name })} <a href={`mailto:${own.contact_email}`}>{own.contact_email}</a>
            </>
          )}
        </p>
        <p>
          {t('legal.privacy.operatorText', { operator: operator.name })} <a href={links.imprint}>{t('legal.privacy.imprint')}</a>
        </p>
      </>
    ),
    officer: (
      <>
        <Values
          values={[
            { label: t('legal.field.officer_office'), value: <Given value={details.officer_office} /> },
            { label: t('legal.field.officer_email'), value: <Mail address={details.officer_email} /> },
            { label: t('legal.field.officer_post'), value: <Address text={details.officer_post} /> },
          ]}
        />
        <p>{t('legal.privacy.officerOther')}</p>
      </>
    ),
    purposes: (
      <>
        <p>{t('legal.privacy.purposesText')}</p>
        <p>{t('legal.privacy.purposesNot')}</p>
      </>
    ),
    stored: (
      <>
        <p>{t('legal.privacy.storedText')}</p>
        <StoredDataTable kinds={kinds} />
        <p>
          <a href={links.visibility}>{t('legal.privacy.visibility')}</a>
        </p>
      </>
    ),
    required: <p>{t('legal.privacy.requiredText')}</p>,
    basis: (
      <>
        {details.confirmed.includes('legal_basis') ? null : <p className="wb-callout">{t('legal.toBeCheckedByController')}</p>}
        <Lines text={basis.text} lang={basis.lang} />
      </>
    ),
    recipients: (
      <>
        <p>{t('legal.privacy.recipientsText')}</p>
        <Values
          values={[
            { label: t('legal.field.hosting_who'), value: <Given value={details.hosting_who} /> },
            { label: t('legal.field.hosting_where'), value: <Given value={details.hosting_where} /> },
          ]}
        />
        <p>{t('legal.privacy.noThird')}</p>
        <p>{t('legal.privacy.log')}</p>
      </>
    ),
    backups: (
      <p>
        {t('legal.privacy.backupsText')}{' '}
        {details.backup_days === null ? (
          <>
            {t('legal.field.backup_days')}: <Given value="" />
          </>
        ) : (
          t('legal.privacy.backupsDays', { days: details.backup_days })
        )}
      </p>
    ),
    cookies: (
      <>
        <p>{t('legal.privacy.cookiesText')}</p>
        <CookieTable cookies={cookies} />
      </>
    ),
    automated: <p>{t('legal.privacy.automatedText')}</p>,
    rights: (
      <>
        <p>{t('legal.privacy.rightsText')}</p>
        <p>
          {t('legal.privacy.rightsHow')} <a href={links.ownData}>{t('legal.privacy.ownData')}</a>
        </p>
        <p>{t('legal.privacy.rightsElse')}</p>
        <p>{t('legal.privacy.complaint')}</p>
        <Address text={details.privacy_authority} />
        {details.confirmed.includes('privacy_authority') ? null : <p className="t-meta">{t('legal.toBeChecked')}</p>}
      </>
    ),
  }
  return (
    <div className="wb-read">
      <OnThisPage sections={SECTIONS.map((id) => ({ id, title: t(`legal.privacy.${id}`) }))} />
      <div className="l-stack l-stack--xl">
        {SECTIONS.map((id) => (
          <section key={id} className="l-stack wb-notice" aria-labelledby={id}>
            <h2 id={id}>{t(`legal.privacy.${id}`)}</h2>
            {parts[id]}
          </section>
        ))}
      </div>
    </div>
  )
}
