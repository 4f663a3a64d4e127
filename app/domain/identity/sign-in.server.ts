import type { Limits } from '#app/platform/limits.server.ts'
import type { Db } from '#db/types.ts'
import { normalEmail } from './email.ts'
import { PER_ACCOUNT, PER_ADDRESS } from './limits.ts'
import { passwordFits } from './password-hash.server.ts'
import { findCredentials } from './queries.server.ts'

export interface PersonRef {
  readonly authority_id: string
  readonly person_id: string
}

/** What came of it: the person, the one sentence for everything that is wrong, or how long to wait (milliseconds). */
type SignInResult = { readonly person: PersonRef } | 'refused' | { readonly wait: number }

/**
 * Checks e-mail and password. Unknown address, wrong password, unused invitation and deactivated person get the same answer
 * after the same work. Call it before the transaction: it hashes, and counts attempts.
 */
export const signIn = async (db: Db, limits: Limits, given: { email: string; password: string; address: string }): Promise<SignInResult> => {
  const email = normalEmail(given.email)
  // Counted before the check, so that many guesses at once do not slip through together.
  const wait = (await limits.attempt(PER_ADDRESS, given.address)) || (await limits.attempt(PER_ACCOUNT, email))
  if (wait > 0) return { wait }
  const account = await findCredentials(db, email)
  const fits = await passwordFits(given.password, account?.password_hash)
  if (!fits || account === undefined || account.deactivated_at !== null) return 'refused'
  await limits.forgive(PER_ACCOUNT, email, 'all')
  await limits.forgive(PER_ADDRESS, given.address, 'one')
  return { person: { authority_id: account.authority_id, person_id: account.person_id } }
}
