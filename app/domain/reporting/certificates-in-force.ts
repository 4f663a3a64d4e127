import type { Actor } from '#app/domain/actor.ts'
import type { Db } from '#db/types.ts'

/**
 * The certificates `c` of the actor's authority that still speak for somebody: neither revoked nor replaced, and the latest of their course
 * (who has completed it again carries the newer paper). Whether they have run out is for the caller to say.
 */
export const papersInForce = (db: Db, actor: Actor<'hr'>) =>
  db
    .selectFrom('certificate as c')
    .where('c.authority_id', '=', actor.authority_id)
    .where('c.revoked_at', 'is', null)
    .where(({ not, exists }) =>
      not(
        exists(
          db
            .selectFrom('certificate as newer')
            .select('newer.id')
            .where('newer.authority_id', '=', actor.authority_id)
            .whereRef('newer.replaces_id', '=', 'c.id' as never),
        ),
      ),
    )
    .where(({ not, exists }) =>
      not(
        exists(
          db
            .selectFrom('certificate as later')
            .select('later.id')
            .where('later.authority_id', '=', actor.authority_id)
            .whereRef('later.person_id', '=', 'c.person_id' as never)
            .whereRef('later.course_id', '=', 'c.course_id' as never)
            .whereRef('later.cycle', '>', 'c.cycle' as never)
            .where('later.revoked_at', 'is', null),
        ),
      ),
    )
