import type { Course } from '#app/content/course.ts'
import { fingerprint } from '#app/platform/ids.server.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { acrossAuthorities } from '#db/scope-plugin.ts'
import type { Db } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { requireSight } from '../privacy/policy.ts'
import { FLAG_REASONS, type FlagReason } from '../progress/flag.ts'
import { versionsOf } from '../progress/item-tally.ts'

/** What learners say about one item in its present wording. */
export interface ItemFlags {
  readonly module_id: string
  readonly item_id: string
  /** People by reason; only reasons that somebody gave, in the order of the form. */
  readonly counts: readonly { readonly reason: FlagReason; readonly people: number }[]
  /** In an order that says nothing about when or by whom. `month` is YYYY-MM. */
  readonly comments: readonly { readonly reason: FlagReason; readonly month: string; readonly text: string }[]
}

/**
 * The hints about a course's items, of all authorities, without names. A hint shows once whoever gave it is counted in a complete group
 * of people who answered the item, and only about the wording that is shown today. A reflection is never counted: there the groups
 * are those of whatever item of the course was answered.
 */
export const listItemFlags = async (db: Db, actor: Actor<'trainer'>, course: Course): Promise<readonly ItemFlags[]> => {
  requireSight(actor, 'hint', 'nameless')
  const flags = await acrossAuthorities(db, 'item statistics')
    .selectFrom('item_flag as f')
    .select((eb) => [
      'f.authority_id',
      'f.person_id',
      'f.id',
      'f.module_id',
      'f.item_id',
      'f.item_version',
      'f.reason',
      'f.comment',
      'f.raised_at',
      eb
        .selectFrom('item_state as s')
        .select((min) => min.fn.min('s.done_at').as('at'))
        .whereRef('s.authority_id', '=', 'f.authority_id')
        .whereRef('s.person_id', '=', 'f.person_id')
        .whereRef('s.course_id', '=', 'f.course_id')
        .whereRef('s.module_id', '=', 'f.module_id')
        .whereRef('s.item_id', '=', 'f.item_id')
        .as('item_done_at'),
      eb
        .selectFrom('item_state as s')
        .select((min) => min.fn.min('s.done_at').as('at'))
        .whereRef('s.authority_id', '=', 'f.authority_id')
        .whereRef('s.person_id', '=', 'f.person_id')
        .whereRef('s.course_id', '=', 'f.course_id')
        .as('course_done_at'),
    ])
    .where('f.course_id', '=', course.id)
    .orderBy('f.raised_at')
    .orderBy('f.id')
    .execute()
  if (flags.length === 0) return []
  const complete = await db
    .selectFrom('item_tally')
    .select((eb) => ['module_id', 'item_id', eb.fn.max('complete_at').as('at')])
    .where('course_id', '=', course.id)
    .where('part', '=', 'whole')
    .groupBy(['module_id', 'item_id'])
    .orderBy('module_id')
    .orderBy('item_id')
    .execute()
  const completeAt = (module: string, item: string) => complete.find((one) => one.module_id === module && one.item_id === item)?.at ?? ''
  const inCourse =
    complete
      .map(({ at }) => at ?? '')
      .sort()
      .at(-1) ?? ''
  return course.modules.flatMap((module) =>
    module.items.flatMap(({ id, kind }) => {
      const versions = versionsOf(module, id)
      const shown = flags.filter((flag) => {
        if (flag.module_id !== module.id || flag.item_id !== id || !versions.includes(flag.item_version)) return false
        const [done, until] = kind === 'reflection' ? [flag.course_done_at, inCourse] : [flag.item_done_at, completeAt(module.id, id)]
        return done !== null && done <= until
      })
      if (shown.length === 0) return []
      const counts = FLAG_REASONS.flatMap((reason) => {
        const people = new Set(shown.filter((flag) => flag.reason === reason).map((flag) => `${flag.authority_id} ${flag.person_id}`)).size
        return people === 0 ? [] : [{ reason, people }]
      })
      const comments = shown
        .filter(({ comment }) => comment !== '')
        .sort((a, b) => (fingerprint(a.id) < fingerprint(b.id) ? -1 : 1))
        .map(({ reason, raised_at, comment }) => ({ reason, month: dateInBerlin(raised_at).slice(0, 7), text: comment }))
      return [{ module_id: module.id, item_id: id, counts, comments }]
    }),
  )
}
