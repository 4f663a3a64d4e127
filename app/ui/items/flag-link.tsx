import { useT } from '#app/i18n/translate.ts'

/** The quiet way from an answered item to a hint about it. `about` names the item for those who do not see where the link stands. */
export const FlagLink = ({ href, about }: { readonly href: string; readonly about: string }) => {
  const t = useT()
  return (
    <a className="t-meta wb-flag-link" href={href}>
      {t('statistics.flag.link')}
      <span className="kern-sr-only"> ({about})</span>
    </a>
  )
}
