/** The bibliography as its page shows it: by subject, with the modules whose sources name a work. */
import { type BibliographyEntry, SUBJECTS } from '#app/content/course/bibliography.ts'
import type { Course, Module } from '#app/content/course.ts'
import type { Catalogue } from './catalogue.ts'

export interface Work extends BibliographyEntry {
  readonly usedIn: readonly { readonly course: Course; readonly module: Module }[]
}

/** Subjects that have works, in the order of the page; works by author and year. `readable`: courses whose modules may be named. */
export const listWorks = (
  catalogue: Catalogue,
  readable: readonly Course[],
): readonly { readonly subject: (typeof SUBJECTS)[number]; readonly works: readonly Work[] }[] =>
  SUBJECTS.flatMap((subject) => {
    const works = catalogue.bibliography
      .filter((work) => work.subject === subject)
      .map((work): Work => ({ ...work, usedIn: work.used_in.flatMap((id) => moduleOf(readable, id)) }))
      .sort((a, b) => (a.authors[0] ?? '').localeCompare(b.authors[0] ?? '', 'de') || a.year - b.year)
    return works.length === 0 ? [] : [{ subject, works }]
  })

/** By ids, "course/module"; nothing for a module that is not offered any more. */
const moduleOf = (courses: readonly Course[], id: string): readonly { readonly course: Course; readonly module: Module }[] => {
  const [courseId, moduleId] = id.split('/')
  const course = courses.find((one) => one.id === courseId)
  const module = course?.modules.find((one) => one.id === moduleId)
  return course === undefined || module === undefined ? [] : [{ course, module }]
}
