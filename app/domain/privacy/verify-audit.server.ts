import { fingerprint } from '#app/platform/ids.server.ts'
import type { Db } from '#db/types.ts'
import { canonicalEntry, NOTHING_BEFORE } from './audit.ts'

/** The last entry of an authority's trail. Noted elsewhere, it proves later that everything up to it is still there, unchanged. */
export interface Head {
  readonly authority_id: string
  /** 0 while the trail is empty. */
  readonly number: number
  readonly hash: string
}

/**
 * `altered`: the entry does not match its own seal (changed, or moved to another place) · `missing`: numbers `number` to `until` are not
 * there · `unlinked`: the entry does not follow the one before it (that one was replaced, or this one put in) · `head_gone`: an entry that was
 * noted earlier is not there any more (the end was cut off) · `head_differs`: it is there with another seal (the trail was written anew).
 */
export interface AuditFault {
  readonly authority_id: string
  readonly kind: 'altered' | 'missing' | 'unlinked' | 'head_gone' | 'head_differs'
  readonly number: number
  readonly until: number
}

interface AuditReport {
  readonly entries: number
  /** One for each authority there is, in the order of their ids. */
  readonly heads: readonly (Head & { readonly authority: string })[]
  readonly faults: readonly AuditFault[]
}

/** Entries read at once. */
const PIECE = 1000

/**
 * Follows every trail of the installation from its first entry and compares it with heads noted earlier. What a chain cannot tell by itself:
 * that entries at its end were cut off, that all of it was written anew from some entry on, or that something was appended by hand. The
 * first two show against a noted head; the third shows nowhere.
 */
export const verifyAudit = async (db: Db, noted: readonly Head[] = []): Promise<AuditReport> => {
  const authorities = await db.selectFrom('authority').select(['authority.id', 'authority.name']).orderBy('authority.id').execute()
  const heads: (Head & { authority: string })[] = []
  const faults: AuditFault[] = []
  let entries = 0
  for (const { id: authority_id, name: authority } of authorities) {
    const expected = new Map(noted.filter((head) => head.authority_id === authority_id && head.number > 0).map((head) => [head.number, head.hash]))
    const fault = (kind: AuditFault['kind'], number: number, until = number) => void faults.push({ authority_id, kind, number, until })
    let last: Head = { authority_id, number: 0, hash: NOTHING_BEFORE }
    for (let piece = await readPiece(db, last); piece.length > 0; piece = await readPiece(db, last)) {
      for (const { hash, ...entry } of piece) {
        const follows = entry.number === last.number + 1
        if (!follows) fault('missing', last.number + 1, entry.number - 1)
        if (fingerprint(canonicalEntry(entry)) !== hash) fault('altered', entry.number)
        else if (follows && entry.previous_hash !== last.hash) fault('unlinked', entry.number)
        const head = expected.get(entry.number)
        if (head !== undefined && head !== hash) fault('head_differs', entry.number)
        expected.delete(entry.number)
        last = { authority_id, number: entry.number, hash }
        entries += 1
      }
    }
    for (const number of expected.keys()) fault('head_gone', number)
    heads.push({ ...last, authority })
  }
  const known = new Set(authorities.map(({ id }) => id))
  for (const head of noted)
    if (!known.has(head.authority_id)) faults.push({ authority_id: head.authority_id, kind: 'head_gone', number: head.number, until: head.number })
  return { entries, heads, faults }
}

const readPiece = (db: Db, { authority_id, number }: Head) =>
  db
    .selectFrom('audit_entry')
    .selectAll()
    .where('audit_entry.authority_id', '=', authority_id)
    .where('audit_entry.number', '>', number)
    .orderBy('audit_entry.number')
    .limit(PIECE)
    .execute()
