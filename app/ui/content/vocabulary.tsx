import { useT } from '#app/i18n/translate.ts'
import { classes } from '../class-names.ts'
import { ScrollRegion } from '../table.tsx'
import { LegalReference, Stand } from './dated.tsx'
import { Letter, Line, Note } from './letter.tsx'
import { blockIdOf, textOf, type VocabularyProps } from './reading.ts'
import { Term } from './term.tsx'

const CALLOUT = { work: 'wb-callout--licht', note: undefined, ok: 'wb-callout--ok' } as const

/** `work`: what to do at one's own desk (warm) · `note`: an aside · `ok`: what research supports. */
const Callout = ({ props, children }: VocabularyProps) => {
  const t = useT()
  const kind = props['kind'] === 'work' || props['kind'] === 'ok' ? props['kind'] : 'note'
  const title = textOf(props['title']) ?? t(`shell.callout.${kind}`)
  return (
    <div id={blockIdOf(props)} className={classes('wb-callout', CALLOUT[kind])} role="note" aria-label={title}>
      <p className="t-h4">{title}</p>
      {children}
    </div>
  )
}

const Foreign = ({ props, children }: VocabularyProps) => {
  const lang = textOf(props['lang'])
  return (
    <span lang={lang} dir={lang !== undefined && RIGHT_TO_LEFT.has(lang.split('-')[0] ?? '') ? 'rtl' : undefined}>
      {children}
    </span>
  )
}
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ps', 'ur'])

/** Words in a drawing keep their size: on a narrow screen it is moved sideways in its own window. */
const Figure = ({ props, reading }: VocabularyProps) => {
  const t = useT()
  const caption = textOf(props['caption'])
  return (
    <figure id={blockIdOf(props)} className="wb-figure">
      <ScrollRegion label={t('shell.scrollable', { caption: caption ?? t('shell.figure') })}>
        <img
          src={reading.figureUrl(textOf(props['src']) ?? '')}
          alt={textOf(props['alt']) ?? ''}
          width={textOf(props['width'])}
          height={textOf(props['height'])}
          decoding="async"
        />
      </ScrollRegion>
      {caption ? <figcaption>{caption}</figcaption> : null}
    </figure>
  )
}

/** Exactly two sides; the second is the one to take home. */
const Comparison = ({ props, nodes, path, render }: VocabularyProps) => (
  <div id={blockIdOf(props)} className="wb-compare wb-wide">
    {render(
      nodes.filter((node) => typeof node !== 'string'),
      path,
    )}
  </div>
)
const Side = ({ props, children }: VocabularyProps) => (
  <div>
    <p className="t-h4">{textOf(props['title'])}</p>
    {children}
  </div>
)

const Steps = ({ props, children }: VocabularyProps) => (
  <div id={blockIdOf(props)} className="wb-steps">
    {children}
  </div>
)

const Quote = ({ props, children }: VocabularyProps) => {
  const source = textOf(props['source'])
  return (
    <figure id={blockIdOf(props)} className="wb-quote">
      <blockquote>{children}</blockquote>
      {source ? <figcaption>{source}</figcaption> : null}
    </figure>
  )
}

/** What only the authority itself can know; the course's own words stand here until it is filled in. */
const LocalSlot = ({ props, children, reading }: VocabularyProps) => {
  const t = useT()
  const filled = reading.localSlots[textOf(props['id']) ?? '']
  return (
    <div id={blockIdOf(props)} className="wb-callout wb-local" role="note" aria-label={textOf(props['title'])}>
      <p className="t-h4">{textOf(props['title'])}</p>
      {filled === undefined ? children : <p>{filled}</p>}
      <p className="t-meta">{filled === undefined ? t('shell.localSlot.empty') : t('shell.localSlot.filled')}</p>
    </div>
  )
}

const Item = ({ props, reading }: VocabularyProps) => <>{reading.renderItem(textOf(props['id']) ?? '')}</>

/** The closed vocabulary that authors write with; courses/README.md explains each word to them. */
export const VOCABULARY = {
  Callout,
  LegalReference,
  Stand,
  Term,
  Foreign,
  Figure,
  Comparison,
  Side,
  Steps,
  Quote,
  Letter,
  Line,
  Note,
  LocalSlot,
  Item,
} as const
