import type { Language } from '#app/content/course.ts'
import { type Catalogue, shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import type { Translate } from '#app/i18n/translate.ts'
import type { CourseName } from './assignment-table.tsx'

/** What the courses on offer are called, by id, in the reader's language where the course has it. */
export const courseNames = ({ courses }: Catalogue, language: Language): Readonly<Record<string, CourseName>> =>
  Object.fromEntries(
    courses.map((course) => {
      const shown = shownLanguage(course, language)
      const title = course.text[shown]?.title ?? course.slug
      return [course.id, { title, label: `${course.number} ${title}`, lang: shown === language ? undefined : shown }]
    }),
  )

/** Instead, where the course ships no longer. */
export const noCourse = (t: Translate): CourseName => ({ title: t('assignment.formerCourse'), label: t('assignment.formerCourse') })
