import type { ReactNode } from 'react'
import type { Language } from '#app/content/course.ts'
import { OWN_PAGE_KINDS } from '#app/content/items/item.ts'
import type { Place } from '#app/domain/catalogue/search/documents.ts'
import type { HitGroup, Passage } from '#app/domain/catalogue/search/hit-groups.ts'
import { type Translate, useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { courseText, questionNumber } from '../learn/step-title.ts'
import { Marked } from './marked.tsx'

interface HitsProps {
  readonly groups: readonly HitGroup[]
  /** Language of the texts that were searched. */
  readonly language: Language
  /** Address of all hits in one module, by the slugs of course and module. */
  readonly within: (course: string, module: string) => string
}

/** What was found, best first: a term, a course, or a module with the places in it. Every hit is a link to its place. */
export const Hits = ({ groups, language, within }: HitsProps) => (
  <ol className="wb-hits">
    {groups.map((group) => (
      <li key={addressOf(group.place)}>
        <Hit {...{ group, language, within }} />
      </li>
    ))}
  </ol>
)

const Hit = ({ group, language, within }: Omit<HitsProps, 'groups'> & { readonly group: HitGroup }) => {
  const t = useT()
  const lang = useLanguage() === language ? undefined : language
  const { place, title, german, passages, count } = group
  return (
    <article className="wb-hit">
      <p className="t-meta">{kindOf(t, place, language, lang)}</p>
      <h2 className="t-h4">
        <a href={addressOf(place)} lang={lang}>
          <Marked segments={title} />
        </a>
        {german === undefined ? null : (
          <span className="wb-hit__german">
            {' '}
            (<span lang="de">{german}</span>)
          </span>
        )}
      </h2>
      {place.kind === 'module' ? (
        <ul>
          {passages.map((passage) => (
            <li key={passage.document}>
              <a href={addressOf(passage.place, lang !== undefined)}>{whereIs(t, passage, lang)}</a>
              <Excerpt passage={passage} lang={lang} />
            </li>
          ))}
        </ul>
      ) : (
        passages.map((passage) => <Excerpt key={passage.document} passage={passage} lang={lang} />)
      )}
      {place.kind === 'module' && count > passages.length ? (
        <p>
          <a href={within(place.course.slug, place.module.slug)}>{t('search.more', { count, module: place.module.number })}</a>
        </p>
      ) : null}
    </article>
  )
}

const Excerpt = ({ passage, lang }: { readonly passage: Passage; readonly lang: Language | undefined }) =>
  passage.excerpt.length === 0 ? null : (
    <p lang={lang}>
      <Marked segments={passage.excerpt} />
    </p>
  )

const kindOf = (t: Translate, place: HitGroup['place'], language: Language, lang: Language | undefined): ReactNode => {
  if (place.kind === 'term') return t('search.kindTerm')
  const course = t('search.kindCourse', { number: place.course.number })
  if (place.kind === 'course') return course
  return (
    <>
      {course} · <span lang={lang}>{courseText(place.course, language).title}</span> · {t('search.kindModule', { module: place.module.number })}
    </>
  )
}

/** What the place is called: its own heading or the one above it, its task, or the beginning of the module. */
const whereIs = (t: Translate, { place, title, section }: Passage, lang: Language | undefined): ReactNode => {
  if (place.kind === 'item') {
    const kind = taskName(t, place)
    if (title.length === 0) return kind
    return (
      <>
        {kind}:{' '}
        <span lang={lang}>
          <Marked segments={title} />
        </span>
      </>
    )
  }
  if (place.kind !== 'block') return t('search.moduleStart')
  if (title.length === 0 && section === '') return t('search.textStart')
  return <span lang={lang}>{title.length > 0 ? <Marked segments={title} /> : section}</span>
}

const taskName = (t: Translate, { module, item }: Extract<Place, { kind: 'item' }>): string => {
  switch (item.kind) {
    case 'critical-incident':
    case 'dialogue':
    case 'sjt':
    case 'rewrite':
    case 'reflection':
    case 'transfer':
      return t(`learn.kinds.${item.kind}`)
    default:
      return t('learn.kinds.question', { number: questionNumber(module, item.id) })
  }
}

/** `foreign`: the text was found in a language that the page will not be in. */
const addressOf = (place: Place, foreign = false): string => {
  switch (place.kind) {
    case 'term':
      return paths.glossary(place.term)
    case 'course':
      return paths.course(place.course.slug)
    case 'module':
      return paths.module(place.course.slug, place.module.slug)
    case 'block':
      return paths.module(place.course.slug, place.module.slug, foreign ? place.block : place.anchor)
    case 'item':
      return OWN_PAGE_KINDS.has(place.item.kind)
        ? paths.item(place.course.slug, place.module.slug, place.item.id)
        : paths.module(place.course.slug, place.module.slug, `item-${place.item.id}`)
  }
}
