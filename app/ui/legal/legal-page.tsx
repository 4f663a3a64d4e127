import type { ReactNode } from 'react'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { Empty } from '../empty.tsx'
import { Page } from '../page.tsx'

/** What every legal page shows of the installation. */
interface Operated {
  readonly operator: { readonly name: string; readonly contact_email: string }
  /** ISO instant. */
  readonly changed_at: string
}

interface LegalPageProps {
  readonly title: string
  readonly lead: string
  /** null before the first authority was founded. */
  readonly installation: Operated | null
  /** Whether something that this page shows has not been filled in. */
  readonly incomplete: boolean
  /** Where the reader may fill it in; null for everybody else. */
  readonly editHref: string | null
  readonly width?: 'narrow' | 'wide'
  readonly children: ReactNode
}

/** A legal page: whose it is, as of when, and what to do where something is missing. */
export const LegalPage = ({ title, lead, installation, incomplete, editHref, width = 'narrow', children }: LegalPageProps) => {
  const t = useT()
  const format = useFormat()
  if (installation === null)
    return (
      <Page title={title} lead={lead} width={width} gap="l">
        <Empty title={t('legal.emptyTitle')}>{t('legal.empty')}</Empty>
      </Page>
    )
  const { operator, changed_at } = installation
  return (
    <Page
      title={title}
      lead={lead}
      meta={t('legal.stand', { date: format.dateTime(new Date(changed_at), { dateStyle: 'long' }) })}
      width={width}
      gap="l"
      actions={editHref === null ? undefined : <a href={editHref}>{t('legal.edit')}</a>}
    >
      {incomplete ? (
        <section className="wb-callout" aria-labelledby="incomplete">
          <h2 className="t-h4" id="incomplete">
            {t('legal.incompleteTitle')}
          </h2>
          <p>
            {t('legal.incomplete', { operator: operator.name })} <a href={`mailto:${operator.contact_email}`}>{operator.contact_email}</a>
          </p>
        </section>
      ) : null}
      {children}
    </Page>
  )
}
