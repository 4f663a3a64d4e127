import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { appendAudit } from './append-audit.server.ts'
import type { Look } from './audit.ts'
import { isLookKnown } from './queries.server.ts'

/**
 * Writes into the trail that the actor is about to see something of other people. 'own' where the actor looks at themselves, 'known' where
 * the same look was traced within the last hour: neither writes anything.
 */
export const recordLook = async (tx: Tx, actor: Actor, look: Look, facts: { now: string }): Promise<'recorded' | 'known' | 'own'> => {
  if (look.person_id === actor.person_id) return 'own'
  if (await isLookKnown(tx, actor, look, facts)) return 'known'
  await appendAudit(tx, actor, look, facts)
  return 'recorded'
}
