import type { Actor } from '#app/domain/actor.ts'
import type { Tx } from '#db/types.ts'
import { insertPaper } from './insert-paper.server.ts'
import { getHolder, getOwnCertificate } from './queries.server.ts'

/**
 * A new paper in the holder's name of today for one with another name; it says the same otherwise, and the old one is replaced by it.
 * Sent twice, it is the same new paper. 'name_unchanged', 'revoked', and 'replaced' where a newer paper exists whose name is not today's
 * either: that one is to be replaced. Throws NotFound for somebody else's.
 */
export const reissueCertificate = async (
  tx: Tx,
  actor: Actor,
  id: string,
  facts: { readonly now: string },
): Promise<{ readonly certificate: string } | 'name_unchanged' | 'revoked' | 'replaced'> => {
  const old = await getOwnCertificate(tx, actor, id)
  if (old.revoked_at !== null) return 'revoked'
  const { name } = await getHolder(tx, actor)
  if (old.replaced_by !== null) {
    const newer = await getOwnCertificate(tx, actor, old.replaced_by)
    return newer.holder_name === name ? { certificate: newer.id } : 'replaced'
  }
  if (old.holder_name === name) return 'name_unchanged'
  const row = await tx
    .selectFrom('certificate')
    .select(['authority_id', 'person_id', 'course_id', 'revision_id', 'cycle', 'authority_name', 'content', 'completed_on', 'valid_until'])
    .where('certificate.authority_id', '=', actor.authority_id)
    .where('certificate.id', '=', id)
    .executeTakeFirstOrThrow()
  return { certificate: await insertPaper(tx, { ...row, holder_name: name, issued_at: facts.now, replaces_id: id }) }
}
