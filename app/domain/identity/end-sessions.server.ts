import type { Tx } from '#db/types.ts'
import type { PersonRef } from './sign-in.server.ts'

/** Ends every session of a person, except the one with the public id `keep`. */
export const endSessions = async (tx: Tx, person: PersonRef, facts: { keep?: string }): Promise<void> => {
  let ending = tx.deleteFrom('session').where('session.authority_id', '=', person.authority_id).where('session.person_id', '=', person.person_id)
  if (facts.keep !== undefined) ending = ending.where('session.id', '!=', facts.keep)
  await ending.execute()
}

/** Ends every session of all these people of an authority. */
export const endSessionsOf = async (tx: Tx, authority_id: string, person_ids: readonly string[]): Promise<void> => {
  await tx.deleteFrom('session').where('session.authority_id', '=', authority_id).where('session.person_id', 'in', person_ids).execute()
}
