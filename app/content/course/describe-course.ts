/** Facts about a course for the checks over the whole folder, as far as its files could be read. */
import { isClean } from '../faults/fault.ts'
import { hashOf } from '../hash.ts'
import type { CompiledCourse } from './compiled.ts'
import type { CompiledModule, CourseEdition } from './edition.ts'

/** What the checks over all courses need to know about this one. */
export const describeCourse = (
  editions: readonly CourseEdition[],
  modules: readonly CompiledModule[],
): Pick<CompiledCourse, 'id' | 'idPlace' | 'ids' | 'unreadable' | 'terms' | 'links' | 'dates' | 'anchors'> => {
  const id = editions.find((edition) => edition.head.head !== undefined)?.head.head?.id
  const texts = [
    ...editions.map((edition) => ({ ...edition, module: null })),
    ...modules.flatMap((module) => module.editions.map((edition) => ({ ...edition, module: module.folder.slug }))),
  ]
  const ids: Record<string, string> = {}
  const unreadable: string[] = []
  if (id === undefined) unreadable.push('')
  else ids[id] = shortHash(editions.map((edition) => [edition.language, edition.hash]))
  for (const module of modules) {
    const head = module.editions.find((edition) => edition.head.head !== undefined)?.head.head
    if (id === undefined) continue
    if (head === undefined) {
      unreadable.push(`${id}/`)
      continue
    }
    const moduleId = `${id}/${head.id}`
    ids[moduleId] = shortHash(module.editions.map((edition) => [edition.language, edition.hash, ...(edition.aid === undefined ? [] : [edition.aid.hash])]))
    if (module.editions.some((edition) => edition.items !== undefined && !isClean(edition.items.findings))) unreadable.push(`${moduleId}/`)
    for (const item of new Set(module.editions.flatMap((edition) => edition.items?.items.map((entry) => entry.item.id) ?? []))) {
      ids[`${moduleId}/${item}`] = shortHash(module.editions.map((edition) => edition.items?.items.find((entry) => entry.item.id === item)?.item))
    }
  }
  return {
    ...(id === undefined ? {} : { id }),
    idPlace: editions[0]?.head.source.placeOf(['id']) ?? { line: 1, column: 1 },
    ids,
    unreadable,
    terms: texts.flatMap(({ file, language, prose }) => prose.marks.terms.map((mark) => ({ ...mark, file, language }))),
    links: texts.flatMap(({ file, language, prose, module }) => prose.marks.links.map((mark) => ({ ...mark, file, language, module }))),
    dates: [
      ...editions
        .slice(0, 1)
        .flatMap((edition) =>
          edition.head.head === undefined ? [] : [{ file: edition.file, ...edition.head.source.placeOf(['review_on']), review: edition.head.head.review_on }],
        ),
      ...texts.flatMap(({ file, prose }) => prose.marks.dates.map((mark) => ({ ...mark, file }))),
    ],
    anchors: Object.fromEntries([
      ['', editions.flatMap((edition) => edition.prose.marks.anchors)],
      ...modules.map((module) => [
        module.folder.slug,
        module.editions.flatMap((edition) => [...edition.prose.marks.anchors, ...edition.prose.marks.items.map((place) => `item-${place.id}`)]),
      ]),
    ]),
  }
}

const shortHash = (value: unknown): string => hashOf(value).slice(0, 12)
