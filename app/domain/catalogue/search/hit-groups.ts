/** Hits as a page shows them: by module, with a piece of each text. */
import type { Language } from '#app/content/course.ts'
import { germanApart } from '../terms.ts'
import type { Place } from './documents.ts'
import { excerpt, marked, type Segment } from './excerpt.ts'
import type { Match } from './match.ts'
import { asksFor } from './related-terms.ts'
import type { SearchIndex } from './search-index.ts'

/** One text that was found. */
export interface Passage {
  /** Number of the text in the index. */
  readonly document: number
  readonly place: Place
  /** Heading or title of the text itself; empty where it has none. */
  readonly title: readonly Segment[]
  /** The heading it stands under; empty at the beginning of a module. */
  readonly section: string
  readonly excerpt: readonly Segment[]
}

/** What was found in one module, or one term, or the page of a course. */
export interface HitGroup {
  readonly place: Extract<Place, { kind: 'term' | 'course' | 'module' }>
  readonly title: readonly Segment[]
  /** The German name of a term, on pages in another language. */
  readonly german: string | undefined
  readonly passages: readonly Passage[]
  /** All passages, also those not listed. */
  readonly count: number
}

/** A term that is asked for by its name comes first, however often texts use the word. */
const namedFirst = (index: SearchIndex, found: readonly Match[], terms: ReadonlySet<string>, language: Language): readonly Match[] => {
  const isNamed = ({ document }: Match) => {
    const { place, title = '' } = index.documents[document] ?? {}
    return place?.kind === 'term' && asksFor(index.analyse(germanApart(title, language).name), terms)
  }
  return [...found.filter(isNamed), ...found.filter((one) => !isNamed(one))]
}

/** Hits that belong together, best first. */
interface MatchGroup {
  readonly key: string
  readonly place: HitGroup['place']
  readonly matches: Match[]
  readonly count: number
}

/** Hits of one module together, in the order of the best hit of each. `terms` are those asked for. */
export const groupHits = (index: SearchIndex, hits: readonly Match[], terms: ReadonlySet<string>, language: Language): readonly MatchGroup[] => {
  const found = namedFirst(index, hits, terms, language)
  const groups = new Map<string, { place: HitGroup['place']; matches: Match[] }>()
  for (const one of found) {
    const place = index.documents[one.document]?.place
    if (place === undefined) continue
    const key =
      place.kind === 'term' ? `term ${place.term}` : place.kind === 'course' ? `course ${place.course.id}` : `module ${place.course.id} ${place.module.id}`
    const group = groups.get(key) ?? { place: groupPlace(place), matches: [] }
    group.matches.push(one)
    groups.set(key, group)
  }
  return [...groups].map(([key, group]) => ({ ...group, key, count: group.matches.length }))
}

const groupPlace = (place: Place): HitGroup['place'] =>
  place.kind === 'block' || place.kind === 'item' ? { kind: 'module', course: place.course, module: place.module } : place

/** A group as the page shows it: its passages in reading order, with what was found marked. */
export const shownGroup = (index: SearchIndex, { place, matches, count }: MatchGroup, language: Language): HitGroup => {
  const terms = new Set(matches.flatMap((one) => [...one.terms]))
  const { name, german } = titleOf(index, place, language)
  return {
    place,
    title: marked(name, index.analyse(name), terms),
    german,
    passages: [...matches].sort((a, b) => a.document - b.document).flatMap((one) => passage(index, one)),
    count,
  }
}

const titleOf = ({ documents }: SearchIndex, place: HitGroup['place'], language: Language): { readonly name: string; readonly german: string | undefined } => {
  if (place.kind === 'term')
    return germanApart(documents.find((document) => document.place.kind === 'term' && document.place.term === place.term)?.title ?? '', language)
  return { name: (place.kind === 'course' ? place.course.text[language] : place.module.text[language])?.title ?? '', german: undefined }
}

const passage = (index: SearchIndex, { document, terms }: Match): readonly Passage[] => {
  const found = index.documents[document]
  if (found === undefined) return []
  const { place, title, text, section } = found
  return [{ document, place, title: marked(title, index.analyse(title), terms), section, excerpt: excerpt(text, index.analyse(text), terms) }]
}
