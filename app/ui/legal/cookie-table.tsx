import { useT } from '#app/i18n/translate.ts'
import { DataTable } from '../table.tsx'

interface Cookie {
  readonly purpose: 'session' | 'held' | 'language' | 'theme'
  /** As the browser lists it. */
  readonly name: string
}

/** Every cookie there is, with what it is for. */
export const CookieTable = ({ cookies }: { cookies: readonly Cookie[] }) => {
  const t = useT()
  return (
    <DataTable
      caption={t('legal.privacy.cookiesCaption')}
      rows={cookies}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', label: t('legal.privacy.cookie'), rowHeader: true, nowrap: true, cell: ({ name }) => <code>{name}</code> },
        { key: 'why', label: t('legal.privacy.why'), cell: ({ purpose }) => t(`legal.privacy.cookieWhy.${purpose}`) },
        { key: 'long', label: t('legal.privacy.howLong'), cell: ({ purpose }) => t(`legal.privacy.cookieLong.${purpose}`) },
      ]}
    />
  )
}
