/** Hashing of passwords. Takes about 30 ms of a core: never inside a transaction. */
import { hash, verify } from '@node-rs/argon2'

/** argon2id (the library's default), 19 MiB, two passes: OWASP Password Storage Cheat Sheet. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Hash of a random password nobody knows, at the same cost: verified where there is no account, so that both take equally long. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$503I8b/nVJnyi6W32scERw$vPxcFu/F3DqQJLwcSbbDeEf/rguVjwNngclS4ZGopxk'

/** More than this is not hashed: long input is an attack on the processor. In UTF-16 units, four times the longest password allowed. */
const MAX_UNITS = 512

/** The hash to store. The password is normalised, so that "ü" typed on any system is the same. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST)

/** Whether the password fits. Without a hash (no such account, invitation not used yet) it takes as long and is false. */
export const passwordFits = async (password: string, hashed: string | null | undefined): Promise<boolean> => {
  if (password.length > MAX_UNITS) return false
  const fits = await verify(hashed ?? NOBODY, password.normalize('NFKC'))
  return fits && typeof hashed === 'string'
}
