import type { Course } from '#app/content/course.ts'
import type { Due } from '#app/domain/assignment/queries.server.ts'
import { shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { type Format, type Translate, useFormat, useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { longDay, shortDay } from '../certificate/calendar-day.ts'
import { State } from '../state.tsx'
import { courseText } from './step-title.ts'

/** "Bis 31.12.2026", or calmly that the day is over. */
export const dueWords = (t: Translate, format: Format, { due_on, overdue }: Due): string =>
  t(overdue ? 'assignment.own.dueWas' : 'assignment.own.dueOn', { date: shortDay(format, due_on) })

const whyWords = (t: Translate, { unit, profile }: Due): string =>
  [
    ...(unit === null ? [] : [t('assignment.own.whyUnit', { unit })]),
    ...(profile === null ? [] : [t('assignment.own.whyProfile', { profile: t(`admin.roleProfile.${profile}`) })]),
  ].join(' · ')

/** The courses somebody is asked to complete, the next date first: which, until when and why. */
export const DueCourses = ({ courses }: { readonly courses: readonly { readonly course: Course; readonly started: boolean; readonly due: Due }[] }) => {
  const [t, format, language] = [useT(), useFormat(), useLanguage()]
  if (courses.length === 0) return null
  return (
    <section className="l-stack" aria-labelledby="due">
      <h2 id="due">{t('assignment.own.title')}</h2>
      <ol className="wb-rows wb-rows--mod">
        {courses.map(({ course, started, due }) => (
          <li key={course.id}>
            <span className="wb-rows__n">{course.number}</span>
            <div>
              <a className="wb-rows__t" href={paths.course(course.slug)} lang={langOf(course, language)}>
                {courseText(course, language).title}
              </a>
              <p className="t-meta">{whyWords(t, due)}</p>
              <p className="t-measure" dir="auto">
                {due.explanation}
              </p>
            </div>
            <State kind={started ? 'now' : 'open'}>{dueWords(t, format, due)}</State>
          </li>
        ))}
      </ol>
      <p className="t-small t-measure">{t('assignment.own.sees')}</p>
    </section>
  )
}

/** On the page of a course: until when it is to be completed, and why. */
export const DueNote = ({ due }: { readonly due: Due }) => {
  const [t, format] = [useT(), useFormat()]
  const date = longDay(format, due.due_on)
  return (
    <section className="wb-callout" aria-labelledby="due">
      <h2 className="t-h4" id="due">
        {t(due.overdue ? 'assignment.own.titleWas' : 'assignment.own.titleDue', { date })}
      </h2>
      {due.overdue ? <p>{t('assignment.own.late')}</p> : null}
      <p className="t-measure" dir="auto">
        {due.explanation}
      </p>
      <p className="t-meta">{whyWords(t, due)}</p>
    </section>
  )
}

const langOf = (course: Course, language: 'de' | 'en') => (shownLanguage(course, language) === language ? undefined : shownLanguage(course, language))
