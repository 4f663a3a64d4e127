/** Reads of certificates: one's own, those HR may see, and the one behind a code. */
import { z } from 'zod'
import type { Actor } from '#app/domain/actor.ts'
import { requireSight } from '#app/domain/privacy/policy.ts'
import { NotFound } from '#app/domain/refusals.ts'
import { acrossAuthorities } from '#db/scope-plugin.ts'
import type { Db } from '#db/types.ts'
import { type CertificateContent, contentSchema, type Worth } from './certificate.ts'

/** A certificate as its holder sees it: the whole paper. */
export interface OwnCertificate extends Worth {
  readonly id: string
  readonly course_id: string
  readonly code: string
  readonly holder_name: string
  readonly authority_name: string
  readonly content: CertificateContent
  /** Calendar day in Europe/Berlin. */
  readonly completed_on: string
  readonly issued_at: string
  readonly revoked_reason: string | null
  /** The certificate that this one stands for, and the one that stands for this. */
  readonly replaces_id: string | null
  readonly replaced_by: string | null
}

/** A certificate as HR sees it: that it exists, since when and until when. No code: it belongs to the holder. */
export interface PersonCertificate extends Worth {
  readonly id: string
  readonly course_id: string
  readonly course_number: number
  /** Of the course, by language. */
  readonly titles: Readonly<Partial<Record<'de' | 'en', string>>>
  readonly completed_on: string
  readonly issued_at: string
  readonly revoked_reason: string | null
}

/** All certificates of the actor, the latest first; also those that were replaced. */
export const listOwnCertificates = async (db: Db, actor: Actor): Promise<readonly OwnCertificate[]> => {
  const rows = await papersOf(db, actor.authority_id).where('c.person_id', '=', actor.person_id).execute()
  return rows.map(read)
}

/** The paper in force for a course, or undefined. */
export const findOwnCertificate = async (db: Db, actor: Actor, courseId: string): Promise<OwnCertificate | undefined> => {
  const row = await papersOf(db, actor.authority_id)
    .where('c.person_id', '=', actor.person_id)
    .where('c.course_id', '=', courseId)
    .where('newer.id', 'is', null)
    .executeTakeFirst()
  return row === undefined ? undefined : read(row)
}

/** The actor's certificate. @throws NotFound also for somebody else's */
export const getOwnCertificate = async (db: Db, actor: Actor, id: string): Promise<OwnCertificate> => {
  const row = await papersOf(db, actor.authority_id).where('c.person_id', '=', actor.person_id).where('c.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound()
  return read(row)
}

/**
 * The certificates of a person of HR's own authority, the latest first. Those that were replaced are left out: the newer paper says the
 * same. Empty for a person who has none, who is somebody else's, or who does not exist.
 */
export const listCertificatesOf = async (db: Db, actor: Actor<'hr'>, personId: string): Promise<readonly PersonCertificate[]> => {
  requireSight(actor, 'certificate', 'status')
  const rows = await papersOf(db, actor.authority_id).where('c.person_id', '=', personId).where('newer.id', 'is', null).execute()
  return rows.map(forHr)
}

/** What HR is about to revoke, with the name on the paper. @throws NotFound also for another authority's */
export const getCertificateOf = async (
  db: Db,
  actor: Actor<'hr'>,
  id: string,
): Promise<PersonCertificate & { readonly person_id: string; readonly holder_name: string }> => {
  requireSight(actor, 'name', 'all')
  requireSight(actor, 'certificate', 'status')
  const row = await papersOf(db, actor.authority_id).where('c.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound()
  return { ...forHr(row), person_id: row.person_id, holder_name: row.holder_name }
}

/** Name of the person and of the authority, as a new paper carries them. @throws NotFound */
export const getHolder = async (db: Db, actor: Actor): Promise<{ readonly name: string; readonly authority: string }> => {
  const row = await db
    .selectFrom('person')
    .innerJoin('authority', 'authority.id', 'person.authority_id')
    .select(['person.given_name', 'person.family_name', 'authority.name as authority'])
    .where('person.authority_id', '=', actor.authority_id)
    .where('person.id', '=', actor.person_id)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound()
  return { name: `${row.given_name} ${row.family_name}`.trim(), authority: row.authority }
}

/** What anybody who has a code may see: what stands on the paper, and what it is worth. */
export interface PublicPaper extends Worth {
  readonly code: string
  readonly holder_name: string
  readonly authority_name: string
  readonly titles: Readonly<Partial<Record<'de' | 'en', string>>>
  readonly minutes: number
  readonly completed_on: string
}

/** The paper whose code has this hash, whoever's it is, or undefined. Always one statement, whatever is found. */
export const findPaper = async (db: Db, hash: string): Promise<PublicPaper | undefined> => {
  const row = await acrossAuthorities(db, 'certificate lookup')
    .selectFrom('certificate as c')
    .leftJoin('certificate as newer', (join) => join.onRef('newer.authority_id', '=', 'c.authority_id').onRef('newer.replaces_id', '=', 'c.id'))
    .selectAll('c')
    .select('newer.id as replaced_by')
    .where('c.code_hash', '=', hash)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { code, holder_name, authority_name, content, completed_on, valid_until, revoked_at, replaced } = read(row)
  return { code, holder_name, authority_name, titles: titlesOf(content), minutes: content.minutes, completed_on, valid_until, revoked_at, replaced }
}

/** Every paper of an authority, with the newer one that stands for it where there is one. */
const papersOf = (db: Db, authorityId: string) =>
  db
    .selectFrom('certificate as c')
    .leftJoin('certificate as newer', (join) => join.onRef('newer.authority_id', '=', 'c.authority_id').onRef('newer.replaces_id', '=', 'c.id'))
    .selectAll('c')
    .select('newer.id as replaced_by')
    .where('c.authority_id', '=', authorityId)
    .orderBy('c.completed_on', 'desc')
    .orderBy('c.issued_at', 'desc')
    .orderBy('c.id', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof papersOf>['execute']>>[number]

const json = z.string().transform((text): unknown => JSON.parse(text))
const stored = json.pipe(contentSchema)

const read = (row: Row): OwnCertificate => ({
  id: row.id,
  course_id: row.course_id,
  code: row.code,
  holder_name: row.holder_name,
  authority_name: row.authority_name,
  content: stored.parse(row.content),
  completed_on: row.completed_on,
  issued_at: row.issued_at,
  valid_until: row.valid_until,
  revoked_at: row.revoked_at,
  revoked_reason: row.revoked_reason,
  replaces_id: row.replaces_id,
  replaced_by: row.replaced_by,
  replaced: row.replaced_by !== null,
})

const forHr = (row: Row): PersonCertificate => {
  const { content, ...own } = read(row)
  return {
    id: own.id,
    course_id: own.course_id,
    course_number: content.course_number,
    titles: titlesOf(content),
    completed_on: own.completed_on,
    issued_at: own.issued_at,
    valid_until: own.valid_until,
    revoked_at: own.revoked_at,
    revoked_reason: own.revoked_reason,
    replaced: own.replaced,
  }
}

const titlesOf = (content: CertificateContent): PublicPaper['titles'] =>
  Object.fromEntries(Object.entries(content.text).map(([language, { title }]) => [language, title]))
