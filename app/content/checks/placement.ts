/** Every item stands in the text exactly once, and every place in the text has an item. */
import type { ModuleEdition } from '../course/edition.ts'
import type { Finding } from '../course.ts'
import { finding, suggestion } from '../faults/fault.ts'

/** Silent about unused items where the text could not be parsed: its places are not known then. */
export const checkPlacement = (edition: ModuleEdition): readonly Finding[] => {
  const { items, prose, file } = edition
  const known = items?.ids ?? []
  const seen = new Set<string>()
  const isReadable = items === undefined || items.source.findings.length === 0
  const places = prose.marks.items.flatMap((place) => {
    const spot = { file, line: place.line, column: place.column }
    if (!known.includes(place.id)) return isReadable ? [finding('item-unknown', spot, { id: place.id, suggestion: suggestion(place.id, known) })] : []
    if (seen.has(place.id)) return [finding('item-twice', spot, { id: place.id })]
    seen.add(place.id)
    return []
  })
  const isParsed = prose.tree.length > 0 || prose.marks.words > 0 || prose.marks.items.length > 0
  const unused = (items?.items ?? []).filter(({ item }) => isParsed && !seen.has(item.id))
  return [
    ...places,
    ...unused.map(({ item, index }) =>
      finding('item-unused', { file: items?.file ?? file, ...(items?.source.placeOf(['items', index, 'id']) ?? { line: 1, column: 1 }) }, { id: item.id }),
    ),
  ]
}
