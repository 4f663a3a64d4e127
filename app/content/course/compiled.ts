/** A course folder after compiling: what is published, what is wrong, and what the checks over all courses need. JSON. */
import type { AnswerKey, Course, Finding, Language } from '../course.ts'
import type { Place, Spot } from '../faults/fault.ts'

/** A mention in a text, with its file. */
export interface Mention extends Spot {
  readonly language: Language
}

export interface CompiledCourse {
  readonly folder: string
  readonly slug: string
  readonly number: number
  /** Undefined where an error keeps the course from being built. */
  readonly course?: Course
  readonly key: AnswerKey
  readonly findings: readonly Finding[]
  /** Id of the course as far as it could be read. */
  readonly id?: string
  readonly idPlace: Place
  /** "course", "course/module", "course/module/item" → content hash, as far as it could be read. */
  readonly ids: Readonly<Record<string, string>>
  /** Ids below one of these prefixes are unknown because their file could not be read. */
  readonly unreadable: readonly string[]
  readonly terms: readonly (Mention & { readonly id: string })[]
  readonly links: readonly (Mention & { readonly url: string; readonly module: string | null })[]
  readonly dates: readonly (Spot & { readonly review: string })[]
  /** Module slug (or "" for the introduction) → ids a link may lead to. */
  readonly anchors: Readonly<Record<string, readonly string[]>>
}
