import type { Insertable } from 'kysely'
import { fingerprint, newCode, newId } from '#app/platform/ids.server.ts'
import type { Schema } from '#db/schema.ts'
import type { Tx } from '#db/types.ts'

/** Writes a new paper under an id and a code of its own, and returns the id. */
export const insertPaper = async (
  tx: Tx,
  paper: Omit<Insertable<Schema['certificate']>, 'id' | 'code' | 'code_hash' | 'revoked_at' | 'revoked_reason'>,
): Promise<string> => {
  const [id, code] = [newId(), newCode()]
  await tx
    .insertInto('certificate')
    .values({ ...paper, id, code, code_hash: codeHash(code), revoked_at: null, revoked_reason: null })
    .execute()
  return id
}

/** What a code is looked up by: SHA-256 of its letters without hyphens, hex. */
export const codeHash = (code: string): string => fingerprint(code.replaceAll('-', ''))
