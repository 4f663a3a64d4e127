import type { LearnerItemOf } from '#app/content/items/item.ts'
import { useT } from '#app/i18n/translate.ts'
import { ButtonLink } from '../button.tsx'
import { kept } from '../kept-markup.tsx'
import { State } from '../state.tsx'
import { Heading, Kicker } from './item-frame.tsx'
import { idOf } from './item-props.ts'

interface ItemCardProps {
  readonly item: LearnerItemOf<'critical-incident' | 'dialogue'>
  /** Where the situation or conversation stands on a page of its own. */
  readonly href: string
  readonly state: 'open' | 'started' | 'done'
  readonly headingLevel: 2 | 3
}

/** A situation or conversation in the flow of a module: what it is, how long it takes, how far it is, and the way in. */
export const ItemCard = kept<ItemCardProps>(({ item, href, state, headingLevel }) => {
  const t = useT()
  const { title } = item
  return (
    <section className="wb-item" id={`item-${item.id}`} aria-labelledby={idOf(item, 'title')}>
      <div className="l-stack l-stack--s">
        <Kicker number={undefined}>
          {t(`item.card.kind.${item.kind}`)} · {t('item.card.minutes', { minutes: item.minutes })}
        </Kicker>
        <Heading level={headingLevel} className="t-h3" id={idOf(item, 'title')}>
          {title}
        </Heading>
      </div>
      <div className="wb-item__foot">
        <ButtonLink href={href} variant="secondary">
          {t(LABEL[state], { title })}
        </ButtonLink>
        <State kind={STATE[state]}>{t(`item.card.${state}`)}</State>
      </div>
    </section>
  )
})

const LABEL = { open: 'item.card.start', started: 'item.card.resume', done: 'item.card.review' } as const
const STATE = { open: 'open', started: 'now', done: 'done' } as const
