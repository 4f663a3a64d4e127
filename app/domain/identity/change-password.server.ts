import type { Limits } from '#app/platform/limits.server.ts'
import type { Db, Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'
import { endSessions } from './end-sessions.server.ts'
import { PER_PERSON } from './limits.ts'
import { hashPassword, passwordFits } from './password-hash.server.ts'
import { type PasswordProblem, passwordProblem } from './password-rules.ts'
import { findOwnPassword } from './queries.server.ts'

/** The hash of a new password that may be taken, or why not. `wait` in milliseconds. */
type NewPassword = { readonly hash: string } | { readonly problem: PasswordProblem | 'wrong_current' } | { readonly wait: number }

/** Checks the current and the new password, and hashes the new one. Before the transaction: slow, and counts attempts. */
export const checkNewPassword = async (db: Db, limits: Limits, actor: Actor<'learner'>, given: { current: string; next: string }): Promise<NewPassword> => {
  const wait = await limits.attempt(PER_PERSON, actor.person_id)
  if (wait > 0) return { wait }
  const own = await findOwnPassword(db, actor)
  if (own === undefined || !(await passwordFits(given.current, own.password_hash))) return { problem: 'wrong_current' }
  await limits.forgive(PER_PERSON, actor.person_id, 'all')
  const problem = passwordProblem(given.next, own.email)
  return problem === null ? { hash: await hashPassword(given.next) } : { problem }
}

/** Sets the new password and ends all other sessions of the person; `session` is the public id of the one to keep. */
export const changePassword = async (tx: Tx, actor: Actor<'learner'>, password: { hash: string }, facts: { session: string; now: string }): Promise<void> => {
  await tx
    .updateTable('person')
    .set({ password_hash: password.hash, password_changed_at: facts.now })
    .where('person.authority_id', '=', actor.authority_id)
    .where('person.id', '=', actor.person_id)
    .execute()
  await endSessions(tx, actor, { keep: facts.session })
}
