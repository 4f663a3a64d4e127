import type { Selectable } from 'kysely'
import type { Course, Module } from '#app/content/course.ts'
import type { Item } from '#app/content/items/item.ts'
import type { Answer } from '#app/domain/assessment/answer.ts'
import { addPerson, cellsOf, EMPTY_TALLY } from '#app/domain/assessment/tally.ts'
import { prepared } from '#db/prepare.ts'
import type { Schema } from '#db/schema.ts'
import type { Tx } from '#db/types.ts'
import { editionOf, readTally, tallyRow } from './item-tally.ts'

interface Subject {
  readonly course: Course
  readonly module: Module
  /** The item in the language in which it was answered. */
  readonly item: Item
  readonly version: string
}

/**
 * Counts a person's first whole answer to an item for the statistics that trainers see. Takes no actor: nothing is kept that leads
 * back to anybody. To be called once for each person and item, in the transaction that records the answer.
 */
export const countFirstAnswer = async (tx: Tx, { course, module, item, version }: Subject, facts: { readonly answer: Answer; readonly now: string }) => {
  const edition = editionOf(course, module, item.id) ?? version
  const cells = cellsOf(item, facts.answer)
  for (const part of ['whole', 'parts'] as const) {
    const met = cells[part]
    if (met === null) continue
    const key = { course_id: course.id, module_id: module.id, item_id: item.id, edition, part }
    const [stored] = await findTally(tx, key)
    const row = tallyRow(addPerson(stored === undefined ? EMPTY_TALLY : readTally(stored), part, met, facts.now))
    await saveTally(tx, { ...key, revision_id: course.revision, ...row })
  }
}

const KEY = ['course_id', 'module_id', 'item_id', 'edition', 'part'] as const
type Row = Selectable<Schema['item_tally']>

const findTally = prepared<Pick<Row, (typeof KEY)[number]>>(...KEY)((db, key) =>
  db
    .selectFrom('item_tally')
    .select(['people', 'cells', 'waiting', 'waiting_cells', 'complete_at'])
    .where((eb) => eb.and(key)),
)
const saveTally = prepared<Row>(
  ...KEY,
  'revision_id',
  'people',
  'cells',
  'waiting',
  'waiting_cells',
  'complete_at',
)((db, { revision_id, course_id, module_id, item_id, edition, part, ...row }) =>
  db
    .insertInto('item_tally')
    .values({ revision_id, course_id, module_id, item_id, edition, part, ...row })
    .onConflict((on) => on.columns(KEY).doUpdateSet(row)),
)
