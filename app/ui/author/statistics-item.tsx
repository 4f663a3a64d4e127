import type { ItemStatistics } from '#app/domain/reporting/item-statistics.server.ts'
import { type Format, useFormat, useT } from '#app/i18n/translate.ts'
import { InlineText } from '../items/inline-text.tsx'
import { fullMonth } from '../report/month.ts'
import { shortDate } from '../report/short-date.ts'
import { type PartsKind, SpreadTable } from './statistics-spread.tsx'
import { shareText } from './statistics-share.tsx'

/** An item with the words that name it. */
export interface StatedItem extends ItemStatistics {
  readonly name: string
  /** The question or task as learners read it. */
  readonly question: string
  readonly previewHref: string
}

/** Id of the item on the page of its statistics. */
export const statedId = (module: string, item: string): string => `${module}-${item}`

/** Everything there is about one item, folded. */
export const StatisticsItem = ({ item, id, lang }: { readonly item: StatedItem; readonly id: string; readonly lang: string | undefined }) => {
  const t = useT()
  const format = useFormat()
  const { name, kind } = item
  const parts: PartsKind = kind === 'order' || kind === 'match' || kind === 'gap' ? kind : 'multiple'
  const hasParts = kind === 'multiple' || kind === 'dialogue' || kind === 'order' || kind === 'match' || kind === 'gap'
  const [whole, ofParts] = [item.spreads.filter((spread) => !isOfParts(spread.kind)), item.spreads.filter((spread) => isOfParts(spread.kind))]
  return (
    <details className="wb-fold wb-stat" id={id}>
      <summary>{t('statistics.details', { name })}</summary>
      <div className="l-stack l-stack--l">
        <p className="t-measure" lang={lang}>
          <InlineText text={item.question} />
        </p>
        {item.hints.length === 0 ? null : (
          <ul className="wb-callout wb-stat-hints">
            {item.hints.map(({ code, text }) => (
              <li key={`${code} ${text}`}>
                {t(`statistics.hint.${code}`)} {text === null ? null : <span lang={lang}>{t('statistics.about', { text })}</span>}
              </li>
            ))}
          </ul>
        )}
        {whole.map((spread) => (
          <SpreadTable key={spread.kind} {...{ spread, parts, name }} />
        ))}
        {ofParts.map((spread) => (
          <div key={spread.kind} className="l-stack l-stack--s">
            <SpreadTable {...{ spread, parts, name }} />
            {item.part_people === item.people ? null : <p className="t-meta">{t('statistics.partsOf', { people: item.part_people })}</p>}
          </div>
        ))}
        {hasParts && item.people !== 0 && ofParts.length === 0 ? <p className="t-meta">{t('statistics.partsWait')}</p> : null}
        <Flags item={item} format={format} />
        {item.earlier.length === 0 ? null : (
          <div className="l-stack l-stack--s">
            <h3 className="t-h4">{t('statistics.earlier')}</h3>
            <ul>
              {item.earlier.map(({ since, people, right }) => (
                <li key={`${since} ${people}`}>
                  {right === null
                    ? t('statistics.earlierPlain', { date: shortDate(format, since), people })
                    : t('statistics.earlierLine', { date: shortDate(format, since), people, share: shareText(t, right) })}
                </li>
              ))}
            </ul>
          </div>
        )}
        <p>
          <a href={item.previewHref}>
            {t('statistics.preview')}
            <span className="kern-sr-only"> {t('statistics.previewAbout', { name })}</span>
          </a>
        </p>
      </div>
    </details>
  )
}

const isOfParts = (kind: string): boolean => kind === 'parts' || kind === 'nodes'

/** What learners said about the item, without saying who. */
const Flags = ({ item: { flags }, format }: { readonly item: StatedItem; readonly format: Format }) => {
  const t = useT()
  if (flags === null) return null
  return (
    <div className="l-stack l-stack--s">
      <h3 className="t-h4">{t('statistics.flags')}</h3>
      <p>{flags.counts.map(({ reason, people }) => t('statistics.flagCount', { people, reason: t(`statistics.reason.${reason}`) })).join(', ')}</p>
      {flags.comments.length === 0 ? null : (
        <ul className="wb-stat-comments" aria-label={t('statistics.comments')}>
          {flags.comments.map(({ reason, month, text }) => (
            <li key={`${reason} ${month} ${text}`}>
              <p dir="auto">{text}</p>
              <p className="t-meta">{t('statistics.commentFrom', { reason: t(`statistics.reason.${reason}`), month: fullMonth(format, month) })}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
