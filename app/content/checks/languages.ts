/** All languages of a module share ids, kinds, order, keys, ways and outline; only the words differ. */
import type { ModuleEdition } from '../course/edition.ts'
import type { Finding } from '../course.ts'
import { type Bilingual, finding, type Spot } from '../faults/fault.ts'
import { firstDifference, skeletonOf } from '../items/item-texts.ts'

/** Compares another language with the first one. Findings stand in the other. */
export const checkLanguages = (first: ModuleEdition, other: ModuleEdition): readonly Finding[] => {
  const findings: Finding[] = []
  const differ = (what: Bilingual, spot: Spot, here: unknown, there: unknown) =>
    findings.push(finding('language-structure', spot, { what, here: show(here), there: show(there), first: first.language }))
  const top = { file: other.file, line: 1, column: 1 }
  const [a, b] = [first.head.head, other.head.head]
  if (a !== undefined && b !== undefined) {
    for (const key of ['id', 'minutes'] as const)
      if (a[key] !== b[key])
        differ({ de: `„${key}“ des Moduls`, en: `"${key}" of the module` }, { file: other.file, ...other.head.source.placeOf([key]) }, b[key], a[key])
  }
  if (first.prose.tree.length > 0 && other.prose.tree.length > 0) {
    const outline = firstDifference(first.prose.marks.outline, other.prose.marks.outline)
    if (outline !== undefined) {
      const index = Number(outline[0])
      differ(
        { de: `Gliederung, Stelle ${index + 1}`, en: `outline, place ${index + 1}` },
        top,
        other.prose.marks.outline[index],
        first.prose.marks.outline[index],
      )
    }
    const order = [first, other].map((edition) => edition.prose.marks.items.map((place) => place.id).join(', '))
    if (order[0] !== order[1])
      differ(
        { de: 'Reihenfolge der Aufgaben', en: 'order of the items' },
        { file: other.file, ...(other.prose.marks.items[0] ?? { line: 1, column: 1 }) },
        order[1],
        order[0],
      )
  }
  compareItems(first, other, differ)
  return findings
}

const compareItems = (first: ModuleEdition, other: ModuleEdition, differ: (what: Bilingual, spot: Spot, here: unknown, there: unknown) => void) => {
  const here = new Map((other.items?.items ?? []).map((entry) => [entry.item.id, entry]))
  for (const { item } of first.items?.items ?? []) {
    const twin = here.get(item.id)
    if (twin === undefined) {
      if (other.items?.ids.includes(item.id) !== true)
        differ({ de: `Aufgabe „${item.id}“`, en: `item "${item.id}"` }, { file: other.items?.file ?? other.file, line: 1, column: 1 }, undefined, item.kind)
      continue
    }
    const [a, b] = [skeletonOf(item), skeletonOf(twin.item)]
    const path = firstDifference(a, b)
    if (path === undefined) continue
    const spot = other.items?.source.spotOf(['items', twin.index, ...path]) ?? { file: other.file, line: 1, column: 1 }
    differ({ de: `Aufgabe „${item.id}“, ${path.join('.')}`, en: `item "${item.id}", ${path.join('.')}` }, spot, at(b, path), at(a, path))
  }
  for (const [id, { item, index }] of here) {
    if (first.items?.ids.includes(id) !== true)
      differ(
        { de: `Aufgabe „${id}“`, en: `item "${id}"` },
        other.items?.source.spotOf(['items', index, 'id']) ?? { file: other.file, line: 1, column: 1 },
        item.kind,
        undefined,
      )
  }
}

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (current, key) => (typeof current === 'object' && current !== null && Object.hasOwn(current, key) ? current[key as keyof typeof current] : undefined),
    value,
  )

const show = (value: unknown): string => (value === undefined ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value))
