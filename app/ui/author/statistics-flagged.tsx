import { useT } from '#app/i18n/translate.ts'
import { Badge } from '../badge.tsx'

interface FlaggedItem {
  /** Number of the module, name of the item. */
  readonly module: string
  readonly name: string
  readonly href: string
  readonly counts: readonly { readonly reason: 'unclear' | 'stereotype' | 'outdated'; readonly people: number }[]
}

/** Items that learners have said something about, in the shape of findings. Nothing where there are none. */
export const FlaggedItems = ({ items }: { readonly items: readonly FlaggedItem[] }) => {
  const t = useT()
  if (items.length === 0) return null
  return (
    <section className="l-stack" aria-labelledby="flagged">
      <h2 id="flagged">{t('statistics.flagged')}</h2>
      <ul className="wb-find">
        {items.map(({ module, name, href, counts }) => (
          <li key={href}>
            <Badge kind="info">{t('statistics.flagBadge')}</Badge>
            <span>{module}</span>
            <p>
              <a href={href}>{name}</a>
              {': '}
              {counts.map(({ reason, people }) => t('statistics.flagCount', { people, reason: t(`statistics.reason.${reason}`) })).join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
