/** Counters of the limits in the database, so that a restart does not reset them. */
import type { LimitStore } from '#app/platform/limits.server.ts'
import type { Db } from '#db/types.ts'

/** A store in the table `rate_limit`. Each change is a transaction of its own: never call it inside one. */
export const databaseStore = (db: Db): LimitStore => ({
  change: (key, now_ms, next) =>
    db.transaction().execute(async (tx) => {
      const before = await tx.selectFrom('rate_limit').select(['points', 'expires_at_ms']).where('key', '=', key).executeTakeFirst()
      const after = next(before)
      if (after === before) return
      await tx
        .deleteFrom('rate_limit')
        .where((where) => where.or([where('key', '=', key), where('expires_at_ms', '<=', now_ms)]))
        .execute()
      if (after !== undefined)
        await tx
          .insertInto('rate_limit')
          .values({ key, ...after })
          .execute()
    }),
})
