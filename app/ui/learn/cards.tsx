import type { Course } from '#app/content/course.ts'
import type { Due } from '#app/domain/assignment/queries.server.ts'
import { shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import type { Standing } from '#app/domain/progress/standing.ts'
import { type Format, type Translate, useFormat, useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { CourseCard } from './course-card.tsx'
import { dueWords } from './due.tsx'
import { courseText } from './step-title.ts'

/** A course with where the person stands in it. */
export interface OwnCourse {
  readonly course: Course
  readonly standing: Standing
  /** Published within the last weeks and not yet begun. */
  readonly isNew: boolean
  /** Until when it is to be completed, where somebody has said so. */
  readonly due?: Due | undefined
}

/** Courses as cards, each with its status in words. */
export const CourseCards = ({ courses, headingLevel = 3 }: { readonly courses: readonly OwnCourse[]; readonly headingLevel?: 2 | 3 }) => {
  const [t, format, language] = [useT(), useFormat(), useLanguage()]
  return (
    <div className="l-grid">
      {courses.map((own) => {
        const { title, summary } = courseText(own.course, language)
        const shown = shownLanguage(own.course, language)
        return (
          <CourseCard
            key={own.course.id}
            id={own.course.id}
            number={own.course.number}
            title={title}
            summary={summary}
            lang={shown === language ? undefined : shown}
            minutes={own.course.minutes}
            modules={own.course.modules.length}
            competences={own.course.competences}
            href={paths.course(own.course.slug)}
            status={statusWords(t, format, own)}
            headingLevel={headingLevel}
          />
        )
      })}
    </div>
  )
}

const statusWords = (t: Translate, format: Format, own: OwnCourse): string | undefined =>
  [own.due === undefined ? undefined : dueWords(t, format, own.due), standingWords(t, format, own)].filter((words) => words !== undefined).join(' · ') ||
  undefined

const standingWords = (t: Translate, format: Format, { course, standing, isNew }: OwnCourse): string | undefined => {
  if (standing.completed_at !== null) return t('learn.statusCompletedOn', { date: format.dateTime(new Date(standing.completed_at), { dateStyle: 'medium' }) })
  if (standing.status === 'started') return t('learn.timeLeft', { minutes: standing.minutes_left })
  return isNew ? t('learn.newSince', { date: format.dateTime(new Date(`${course.published_on}T12:00:00Z`), { dateStyle: 'medium' }) }) : undefined
}
