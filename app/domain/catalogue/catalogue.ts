/** The published courses in memory: read at start, replaced as a whole when a revision is published. */
import type { BibliographyEntry } from '#app/content/course/bibliography.ts'
import type { AnswerKey, Course, Finding, GlossaryEntry, Language, Module } from '#app/content/course.ts'
import type { Item } from '#app/content/items/item.ts'

export interface Catalogue {
  /** By number. */
  readonly courses: readonly Course[]
  readonly glossary: Readonly<Partial<Record<Language, Readonly<Record<string, GlossaryEntry>>>>>
  /** The works the courses stand on, in the order of their file. */
  readonly bibliography: readonly BibliographyEntry[]
  /** Of the folder `courses/` at the last check, also for courses that could not be published. */
  readonly findings: readonly Finding[]
  /** @internal use `findItem`: keys never leave the server. course id → key */
  readonly keys: Readonly<Record<string, AnswerKey>>
}

/** The course by its slug or id, or undefined. */
export const findCourse = (catalogue: Catalogue, slugOrId: string): Course | undefined =>
  catalogue.courses.find((course) => course.slug === slugOrId) ?? catalogue.courses.find((course) => course.id === slugOrId)

/** The module by its slug or id, or undefined. */
export const findModule = (course: Course, slugOrId: string): Module | undefined =>
  course.modules.find((module) => module.slug === slugOrId) ?? course.modules.find((module) => module.id === slugOrId)

/** The language to show: the wished one, or the first the course has (German courses come first). */
export const shownLanguage = (course: Course, wished: Language): Language => (course.languages.includes(wished) ? wished : (course.languages[0] ?? 'de'))

/** The whole item with its key, for scoring and feedback. */
export const findItem = (catalogue: Catalogue, course: Course, module: Module, itemId: string, language: Language): Item | undefined => {
  const items = catalogue.keys[course.id]?.[shownLanguage(course, language)]?.[module.id]
  return items !== undefined && Object.hasOwn(items, itemId) ? items[itemId] : undefined
}
