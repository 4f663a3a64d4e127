import type { Course, Language, Module } from '#app/content/course.ts'
import { COUNTING_KINDS, type ItemKind } from '#app/content/items/item.ts'
import type { Tally } from '#app/domain/assessment/tally.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import type { Db } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { type Catalogue, findItem } from '../catalogue/catalogue.ts'
import { requireSight } from '../privacy/policy.ts'
import { editionOf, readTally } from '../progress/item-tally.ts'
import type { Figure } from './item-figures.ts'
import { type ItemFlags, listItemFlags } from './item-flags.server.ts'
import { hintsOf, type ItemHint } from './item-hints.ts'
import { rightOf, type Spread, spreadsOf } from './item-statistics.ts'

/** An earlier wording of the item. */
export interface EarlierEdition {
  /** Calendar day since which it was shown. */
  readonly since: string
  readonly people: number
  readonly right: Figure | null
}

/** What is known of one item. Everything in it may be shown to trainers. */
export interface ItemStatistics {
  readonly id: string
  readonly kind: ItemKind
  /** People whose first answers are counted: a multiple of five, 0 while there are fewer. null for reflections, which nobody counts. */
  readonly people: number | null
  /** People of which the parts are counted: a multiple of ten. */
  readonly part_people: number
  readonly right: Figure | null
  readonly spreads: readonly Spread[]
  /** Newest first; only those that enough people answered. */
  readonly earlier: readonly EarlierEdition[]
  readonly flags: Pick<ItemFlags, 'counts' | 'comments'> | null
  readonly hints: readonly ItemHint[]
}

export interface ModuleStatistics {
  readonly id: string
  readonly items: readonly ItemStatistics[]
}

/**
 * The statistics of every item of a course, in its order: people's first answers in the whole installation, with no way to any part of
 * it. Reads what was counted, never an answer.
 */
export const listItemStatistics = async (
  db: Db,
  actor: Actor<'trainer'>,
  { catalogue, course, language }: { readonly catalogue: Catalogue; readonly course: Course; readonly language: Language },
): Promise<readonly ModuleStatistics[]> => {
  requireSight(actor, 'answer', 'sums')
  const rows = await db
    .selectFrom('item_tally as t')
    .innerJoin('revision as r', 'r.id', 't.revision_id')
    .select(['t.module_id', 't.item_id', 't.edition', 't.part', 't.people', 't.cells', 't.waiting', 't.waiting_cells', 't.complete_at', 'r.created_at'])
    .where('t.course_id', '=', course.id)
    .orderBy('r.created_at', 'desc')
    .orderBy('t.edition')
    .execute()
  const flags = await listItemFlags(db, actor, course)
  const counted = rows.map((row) => ({ ...row, tally: readTally(row) }))
  return course.modules.map((module) => ({
    id: module.id,
    items: module.items.map(({ id, kind }) => {
      const own = counted.filter((row) => row.module_id === module.id && row.item_id === id)
      const edition = editionOf(course, module, id)
      const tallyOf = (part: 'whole' | 'parts') => own.find((row) => row.edition === edition && row.part === part)?.tally
      return {
        ...figuresOfItem(tallyOf('whole'), tallyOf('parts'), { catalogue, course, module, language, id, kind }),
        earlier: own
          .filter((row) => row.edition !== edition && row.part === 'whole' && row.people > 0)
          .map(({ created_at, tally }) => ({ since: dateInBerlin(created_at), people: tally.people, right: COUNTING_KINDS.has(kind) ? rightOf(tally) : null })),
        flags: flags.find((one) => one.module_id === module.id && one.item_id === id) ?? null,
      }
    }),
  }))
}

interface Place {
  readonly catalogue: Catalogue
  readonly course: Course
  readonly module: Module
  readonly language: Language
  readonly id: string
  readonly kind: ItemKind
}

const figuresOfItem = (whole: Tally | undefined, parts: Tally | undefined, { catalogue, course, module, language, id, kind }: Place) => {
  const item = findItem(catalogue, course, module, id, language)
  const people = whole?.people ?? 0
  const right = whole !== undefined && people > 0 && COUNTING_KINDS.has(kind) ? rightOf(whole) : null
  const spreads = item === undefined ? [] : spreadsOf(item, whole, parts)
  return { id, kind, people: kind === 'reflection' ? null : people, part_people: parts?.people ?? 0, right, spreads, hints: hintsOf(right, spreads) }
}
