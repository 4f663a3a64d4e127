import { fingerprint } from '#app/platform/ids.server.ts'
import type { Limits } from '#app/platform/limits.server.ts'
import type { Db } from '#db/types.ts'
import { readCode } from './code.ts'
import { EVERYWHERE, PER_ADDRESS } from './limits.ts'
import { findPaper, type PublicPaper } from './queries.server.ts'

/** The paper behind the code; 'unknown' for everything that leads nowhere; or how long to wait (milliseconds). */
type Verification = { readonly paper: PublicPaper } | 'unknown' | { readonly wait: number }

/** Stands for what is no code, so that it is looked up like one. No code has this hash. */
const NO_CODE = ''

/**
 * Looks up a code for somebody who need not be signed in. Found, not found and not even a code cost the same work: one hash and one
 * statement over the hash, so neither the answer's time nor the index tells how near a guess was. Counts attempts; call it outside a transaction.
 */
export const verifyCode = async (db: Db, limits: Limits, given: { readonly typed: string; readonly address: string }): Promise<Verification> => {
  // Counted before the look-up, so that many guesses at once do not slip through together.
  const wait = (await limits.attempt(PER_ADDRESS, given.address)) || (await limits.attempt(EVERYWHERE, ''))
  if (wait > 0) return { wait }
  const paper = await findPaper(db, fingerprint(readCode(given.typed) ?? NO_CODE))
  if (paper === undefined) return 'unknown'
  await limits.forgive(PER_ADDRESS, given.address, 'one')
  await limits.forgive(EVERYWHERE, '', 'one')
  return { paper }
}
