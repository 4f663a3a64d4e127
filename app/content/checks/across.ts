/** Checks that need more than one course: ids, links, terms, dates. */
import type { CompiledCourse } from '../course/compiled.ts'
import type { Glossary } from '../course/glossary.server.ts'
import type { Finding } from '../course.ts'
import { finding, suggestion } from '../faults/fault.ts'

/** Course ids are unique in the folder; the later folder is at fault. */
export const checkCourseIds = (courses: readonly CompiledCourse[]): readonly Finding[] =>
  courses.flatMap((course, index) => {
    const first = courses.slice(0, index).find((other) => other.id !== undefined && other.id === course.id)
    const language = course.course?.languages[0] ?? 'de'
    return first === undefined
      ? []
      : [finding('duplicate-id', { file: `${course.folder}/course.${language}.mdx`, ...course.idPlace }, { id: course.id ?? '', first: first.folder })]
  })

/** Links within the platform lead somewhere. Courses that could not be read are given the benefit of the doubt. */
export const checkLinks = (courses: readonly CompiledCourse[]): readonly Finding[] =>
  courses.flatMap((course) =>
    course.links.flatMap((link) => (leads(link.url, link.module, course, courses) ? [] : [finding('link-broken', link, { url: link.url })])),
  )

const leads = (url: string, module: string | null, own: CompiledCourse, courses: readonly CompiledCourse[]): boolean => {
  const [path = '', anchor] = url.split('#')
  if (path === '') return anchorsOf(own, module ?? '').includes(anchor ?? '')
  const [, first, slug, moduleSlug, items, item] = path.split('/')
  if (first !== 'courses' || slug === undefined) return true
  const course = courses.find((other) => other.slug === slug)
  if (course === undefined) return false
  if (moduleSlug === undefined) return anchor === undefined || anchorsOf(course, '').includes(anchor)
  if (!Object.hasOwn(course.anchors, moduleSlug)) return false
  if (items !== undefined) return anchorsOf(course, moduleSlug).includes(`item-${item}`)
  return anchor === undefined || anchorsOf(course, moduleSlug).includes(anchor)
}

const anchorsOf = (course: CompiledCourse, module: string): readonly string[] => (Object.hasOwn(course.anchors, module) ? (course.anchors[module] ?? []) : [])

/** Terms stand in the glossary of their language. Silent where that glossary is missing whole and another language has the term. */
export const checkTerms = (courses: readonly CompiledCourse[], glossary: Glossary): readonly Finding[] =>
  courses.flatMap((course) =>
    course.terms.flatMap((term) => {
      const known = glossary[term.language] ?? {}
      return Object.hasOwn(known, term.id)
        ? []
        : [finding('term-unknown', term, { id: term.id, language: term.language, suggestion: suggestion(term.id, Object.keys(known)) })]
    }),
  )

/** Days before a review date at which it is announced. */
export const REVIEW_NOTICE_DAYS = 30

/** Statements whose review date has passed or is near. `today` is a calendar date. */
export const checkDates = (courses: readonly CompiledCourse[], today: string): readonly Finding[] =>
  courses.flatMap((course) =>
    course.dates.flatMap((entry) => {
      const due = entry.review.length === 7 ? lastDayOf(entry.review) : entry.review
      if (due < today) return [finding('review-overdue', entry, { date: due })]
      return due <= addDays(today, REVIEW_NOTICE_DAYS) ? [finding('review-soon', entry, { date: due })] : []
    }),
  )

const lastDayOf = (month: string): string => {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, number ?? 1, 0)).toISOString().slice(0, 10)
}

const addDays = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
