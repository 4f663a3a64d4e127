import { fingerprint } from '#app/platform/ids.server.ts'
import type { Tx } from '#db/types.ts'
import { type AuditAct, canonicalEntry, detailText, NOTHING_BEFORE, readAct } from './audit.ts'

/** Who acts: any Actor, or with `person_id: null` the system in the name of an authority. */
export interface AuditActor {
  readonly authority_id: string
  readonly person_id: string | null
}

/**
 * Appends one act to the authority's trail, in the transaction of the act itself: both stand or neither does. Returns the entry's number.
 * Numbers have no gaps because a write transaction holds the lock from its beginning; two writers of one number would break on the key.
 * Throws where the act does not fit its verb, or names a person of another authority (foreign key): bugs of the caller.
 */
export const appendAudit = async (tx: Tx, actor: AuditActor, given: AuditAct, facts: { now: string }): Promise<number> => {
  const act = readAct(given)
  const { authority_id } = actor
  const last = await tx
    .selectFrom('audit_entry')
    .select(['audit_entry.number', 'audit_entry.hash'])
    .where('audit_entry.authority_id', '=', authority_id)
    .orderBy('audit_entry.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const entry = {
    authority_id,
    number: (last?.number ?? 0) + 1,
    actor_id: actor.person_id,
    verb: act.verb,
    subject_kind: act.subject_kind,
    subject_id: act.subject_id,
    person_id: act.person_id ?? null,
    detail: detailText(act.detail),
    reason: act.reason ?? null,
    occurred_at: facts.now,
    previous_hash: last?.hash ?? NOTHING_BEFORE,
  }
  await tx
    .insertInto('audit_entry')
    .values({ ...entry, hash: fingerprint(canonicalEntry(entry)) })
    .execute()
  return entry.number
}
