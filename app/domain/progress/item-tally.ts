/** Which wording of an item statistics and hints are about, and how a tally is stored. */
import type { Course, Module } from '#app/content/course.ts'
import type { Cells, Tally } from '#app/domain/assessment/tally.ts'

/** What an item's answers are counted under: its version in the first language of the course. Undefined where the module has no such item. */
export const editionOf = (course: Course, module: Module, itemId: string): string | undefined => {
  const items = module.text[course.languages[0] ?? 'de']?.items
  return items !== undefined && Object.hasOwn(items, itemId) ? items[itemId]?.version : undefined
}

/** The wordings of an item that are shown today, one a language. */
export const versionsOf = (module: Module, itemId: string): readonly string[] =>
  Object.values(module.text).flatMap((text) => (Object.hasOwn(text.items, itemId) ? [text.items[itemId]?.version ?? ''] : []))

/** A tally as `item_tally` keeps it. */
export const tallyRow = (tally: Tally) => ({ ...tally, cells: JSON.stringify(tally.cells), waiting_cells: JSON.stringify(tally.waiting_cells) })

/** A tally as it was kept. */
export const readTally = (row: Omit<Tally, 'cells' | 'waiting_cells'> & { readonly cells: string; readonly waiting_cells: string }): Tally => ({
  people: row.people,
  cells: JSON.parse(row.cells) as Cells,
  waiting: row.waiting,
  waiting_cells: JSON.parse(row.waiting_cells) as Cells,
  complete_at: row.complete_at,
})
