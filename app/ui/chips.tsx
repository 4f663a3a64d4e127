import { useT } from '#app/i18n/translate.ts'

/** Filters that are on; each is a link that takes it off. */
export const Chips = ({ chips }: { chips: readonly { readonly label: string; readonly href: string }[] }) => {
  const t = useT()
  if (chips.length === 0) return null
  return (
    <ul className="wb-chips">
      {chips.map((chip) => (
        <li key={chip.href}>
          <a href={chip.href}>
            {chip.label}
            <span className="kern-sr-only"> – {t('shell.removeFilter')}</span>
            <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
