import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { NotFound } from '../refusals.ts'

/** Ends one of the actor's own sessions, by its public id. Throws NotFound for anybody else's. */
export const endSession = async (tx: Tx, actor: Actor, session: { id: string }): Promise<void> => {
  const ended = await tx
    .deleteFrom('session')
    .where('session.authority_id', '=', actor.authority_id)
    .where('session.person_id', '=', actor.person_id)
    .where('session.id', '=', session.id)
    .executeTakeFirst()
  if (ended.numDeletedRows === 0n) throw new NotFound()
}
