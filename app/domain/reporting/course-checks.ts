/** The findings of the last check, sorted by course and module: what trainers look at. */
import type { Course, Finding } from '#app/content/course.ts'
import type { Catalogue } from '#app/domain/catalogue/catalogue.ts'

/** A course folder with what the check said about it. */
export interface CourseCheck {
  /** Name of the folder without its number: the course's address. */
  readonly slug: string
  /** The revision that learners see; missing where the course was never published. */
  readonly course: Course | undefined
  /** In order of file and line, errors first. */
  readonly findings: readonly Finding[]
  readonly errors: number
  readonly warnings: number
}

/** All courses, published or not, by folder; and what belongs to no course (glossary, lock file). */
export const listCourseChecks = ({ courses, findings }: Catalogue): { readonly courses: readonly CourseCheck[]; readonly shared: readonly Finding[] } => {
  const folders = new Map<string, Finding[]>()
  const shared: Finding[] = []
  for (const finding of findings) {
    const [folder, rest] = [finding.file.split('/', 1)[0] ?? '', finding.file.includes('/')]
    if (rest) folders.set(folder, [...(folders.get(folder) ?? []), finding])
    else shared.push(finding)
  }
  const published = courses.map((course) =>
    checkOf(
      course.slug,
      course,
      [...folders].flatMap(([folder, found]) => (slugOf(folder) === course.slug ? found : [])),
    ),
  )
  const others = [...folders]
    .filter(([folder]) => !courses.some((course) => course.slug === slugOf(folder)))
    .map(([folder, found]) => checkOf(slugOf(folder), undefined, found))
  return { courses: [...published, ...others], shared: sorted(shared) }
}

/** The course of an address with its findings, or undefined where there is neither course nor finding. */
export const findCourseCheck = (catalogue: Catalogue, slug: string): CourseCheck | undefined =>
  listCourseChecks(catalogue).courses.find((check) => check.slug === slug)

/** Address of the module that a finding lies in, or undefined for the course's own files. */
export const moduleOf = (finding: Finding): string | undefined => {
  const [, folder, file] = finding.file.split('/')
  return folder !== undefined && file !== undefined ? slugOf(folder) : undefined
}

const checkOf = (slug: string, course: Course | undefined, findings: readonly Finding[]): CourseCheck => {
  const errors = findings.filter((finding) => finding.severity === 'error').length
  return { slug, course, findings: sorted(findings), errors, warnings: findings.length - errors }
}

const sorted = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => rank(a) - rank(b) || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column)

const rank = ({ severity }: Finding) => (severity === 'error' ? 0 : 1)

/** "03-macht" is the address "macht". */
const slugOf = (folder: string) => folder.replace(/^\d+-/, '')
