/** What the rules of `rules.ts` need in SQL: whom a target means, and from when on 28 days are over. */
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Schema } from '#db/schema.ts'
import { dateInBerlin, daysLater, startOfDay } from '#app/platform/calendar.ts'
import { NEWCOMER_DAYS } from './rules.ts'

interface Names extends Schema {
  readonly p: Schema['person']
  readonly t: Schema['assignment_target']
}

/** Whether the target `t` means the person `p`. */
export const targetMeans = (on: ExpressionBuilder<Names, 'p' | 't'>): Expression<SqlBool> =>
  on.or([
    on.and([on('t.kind', '=', 'org_unit'), on('t.target', '=', on.ref('p.org_unit_id'))]),
    on.and([on('t.kind', '=', 'role_profile'), on('t.target', '=', on.ref('p.role_profile'))]),
  ])

/** The day of `now` in Berlin, and the instant before which an account must have been made for its 28 days to be over. */
export interface Today {
  readonly today: string
  readonly settledBefore: string
}

/** @see Today */
export const todayOf = (now: string): Today => {
  const today = dateInBerlin(now)
  // Over are the 28 days of whoever came on a day before today − 28: then today is later than that day + 28.
  return { today, settledBefore: startOfDay(daysLater(today, -NEWCOMER_DAYS)) }
}
