/** What a certificate says, and what it is worth on a day. Everything on the paper comes from here, nothing from today's catalogue. */
import { z } from 'zod'
import type { Course, Language } from '#app/content/course.ts'
import { COMPETENCES } from '#app/content/items/item.ts'

const line = z.string().min(1)
const text = z.object({ title: line, modules: z.array(line) })

/**
 * The column `content`: the course as it was completed, in every language it had. Never a score or an answer. Papers stay readable
 * for as long as the authority keeps them, so a field may be added here only if it is optional.
 */
export const contentSchema = z.object({
  course_number: z.int().positive(),
  text: z.partialRecord(z.enum(['de', 'en']), text).refine((texts) => Object.keys(texts).length > 0),
  minutes: z.int().nonnegative(),
  competences: z.array(z.enum(COMPETENCES)),
  /** Short name of the revision. */
  revision: line,
  published_on: z.iso.date(),
  review_on: z.iso.date(),
  /** Whether there was a pass mark to reach; then it was. */
  pass_mark: z.boolean(),
})
export type CertificateContent = z.infer<typeof contentSchema>

/** Letters of the revision's hash that stand on the paper. */
const SHORT = 8

/** The course as its certificate keeps it. */
export const contentOf = (course: Course): CertificateContent => ({
  course_number: course.number,
  text: Object.fromEntries(
    course.languages.map((language) => [
      language,
      { title: course.text[language]?.title ?? course.slug, modules: course.modules.map((module) => module.text[language]?.title ?? module.slug) },
    ]),
  ),
  minutes: course.minutes,
  competences: [...course.competences],
  revision: course.revision.slice(0, SHORT),
  published_on: course.published_on,
  review_on: course.review_on,
  pass_mark: course.modules.some((module) => module.items.some((item) => item.counts)),
})

/** Titles in the wished language, or in the first the course had, with the language they are in. */
export const textOf = (
  content: Pick<CertificateContent, 'text'>,
  wished: Language,
): { readonly language: Language; readonly title: string; readonly modules: readonly string[] } => {
  for (const language of [wished, 'de', 'en'] as const) {
    const found = content.text[language]
    if (found !== undefined) return { language, ...found }
  }
  throw new Error('a certificate without a title')
}

export type CertificateStatus = 'valid' | 'expired' | 'replaced' | 'revoked'

/** What decides about the worth of a certificate. */
export interface Worth {
  /** Last calendar day of validity; null: does not expire. */
  readonly valid_until: string | null
  readonly revoked_at: string | null
  /** Whether a newer paper stands for it. */
  readonly replaced: boolean
}

/**
 * What the certificate is worth on a calendar day (YYYY-MM-DD). The gravest is told, so that nobody is led astray: a paper that was
 * revoked is worth nothing, however new; and "replaced" sends the reader to a newer paper, which runs out on the same day, so it is
 * told only while that one is worth something.
 */
export const statusOf = ({ valid_until, revoked_at, replaced }: Worth, today: string): CertificateStatus => {
  if (revoked_at !== null) return 'revoked'
  if (valid_until !== null && valid_until < today) return 'expired'
  return replaced ? 'replaced' : 'valid'
}
