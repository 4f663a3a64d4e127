import { fingerprint } from '#app/platform/ids.server.ts'
import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { shifted } from './session.ts'
import type { PersonRef } from './sign-in.server.ts'

/** A held form waits for a day. Milliseconds. */
export const HELD_FOR = 24 * 60 * 60_000

/** Per person, so that late forms cannot fill the disk. */
const MOST = 5

type Fields = Readonly<Record<string, string | readonly string[]>>

/** Keeps a form for the person it belongs to. Removes held forms of the authority that are too old, and the person's oldest beyond five. */
export const holdFormOf = async (tx: Tx, person: PersonRef, form: { secret: string; path: string; body: Fields }, facts: { now: string }): Promise<void> => {
  const { authority_id, person_id } = person
  await tx
    .deleteFrom('held_form')
    .where('held_form.authority_id', '=', authority_id)
    .where('held_form.created_at', '<', shifted(facts.now, -HELD_FOR))
    .execute()
  const earlier = await tx
    .selectFrom('held_form')
    .select('held_form.id_hash')
    .where('held_form.authority_id', '=', authority_id)
    .where('held_form.person_id', '=', person_id)
    .orderBy('held_form.created_at', 'desc')
    .orderBy('held_form.id_hash')
    .execute()
  for (const { id_hash } of earlier.slice(MOST - 1))
    await tx.deleteFrom('held_form').where('held_form.authority_id', '=', authority_id).where('held_form.id_hash', '=', id_hash).execute()
  await tx
    .insertInto('held_form')
    .values({ authority_id, id_hash: fingerprint(form.secret), person_id, path: form.path, body: JSON.stringify(form.body), created_at: facts.now })
    .execute()
}

/** Removes the person's held form with this fingerprint, if there is one. */
export const dropHeldForm = async (tx: Tx, actor: Actor<'learner'>, idHash: string): Promise<void> => {
  await tx
    .deleteFrom('held_form')
    .where('held_form.authority_id', '=', actor.authority_id)
    .where('held_form.person_id', '=', actor.person_id)
    .where('held_form.id_hash', '=', idHash)
    .execute()
}
