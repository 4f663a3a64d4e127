/** Completions and certificates as rows, for tests about reports: what became of a person, without the way there. */
import type { Db } from '#db/types.ts'

interface Holder {
  readonly authority_id: string
  readonly person_id: string
}

/** A course completed at an instant, or under way (null). The score is there to be looked for where it must not be. */
export const aCompletion = async (db: Db, { authority_id, person_id }: Holder, course_id: string, completed_at: string | null): Promise<void> => {
  const began = '2026-02-01T08:00:00.000Z'
  await db
    .insertInto('course_state')
    .values({
      ...{ authority_id, person_id, course_id, started_at: began, last_active_at: began, last_module_id: null },
      ...{ completed_at, completed_revision_id: null, completed_score: completed_at === null ? null : 813, transfer_status: null, through_seq: 1 },
    })
    .execute()
}

let count = 0

interface PaperFacts {
  readonly course_id: string
  readonly valid_until: string | null
  readonly cycle?: number
  readonly replaces_id?: string
  readonly revoked_at?: string
}

/** A certificate; returns its id. The course must be published. */
export const aCertificate = async (db: Db, { authority_id, person_id }: Holder, facts: PaperFacts): Promise<string> => {
  const id = `paper-${++count}`
  const content = {
    ...{ course_number: 1, text: { de: { title: 'Kurs', modules: ['Modul'] } }, minutes: 60, competences: ['K1'] },
    ...{ revision: 'abcdef01', published_on: '2026-05-01', review_on: '2027-05-01', pass_mark: false },
  }
  await db
    .insertInto('certificate')
    .values({
      ...{ authority_id, id, person_id, course_id: facts.course_id, revision_id: `${facts.course_id}-revision-1`, cycle: facts.cycle ?? 1 },
      ...{ code: id, code_hash: id, holder_name: 'Alma Berger', authority_name: 'Ausländerbehörde', content: JSON.stringify(content) },
      ...{ completed_on: '2026-03-01', issued_at: '2026-03-01T10:00:00.000Z', valid_until: facts.valid_until, replaces_id: facts.replaces_id ?? null },
      ...{ revoked_at: facts.revoked_at ?? null, revoked_reason: facts.revoked_at === undefined ? null : 'Irrtum' },
    })
    .execute()
  return id
}
