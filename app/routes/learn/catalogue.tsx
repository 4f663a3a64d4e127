import type { MetaFunction } from '@remix-run/node'
import { usePageData } from '#app/http/page-data.tsx'
import { COMPETENCES } from '#app/content/items/item.ts'
import { listDue } from '#app/domain/assignment/queries.server.ts'
import { type CourseFilter, courseFilterSchema, DURATIONS, matchesFilter, STATUSES } from '#app/domain/catalogue/course-filter.ts'
import { ROLE_PROFILES } from '#app/domain/organisation/roles.ts'
import { listOwnCourses } from '#app/domain/progress/own-courses.server.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { type Translate, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Chips } from '#app/ui/chips.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { kept } from '#app/ui/kept-markup.tsx'
import { CourseCards } from '#app/ui/learn/cards.tsx'
import { duration } from '#app/ui/learn/step-title.ts'
import { Page } from '#app/ui/page.tsx'

export const loader = defineLoader({ allow: ['learner'], query: courseFilterSchema }, async ({ db, actor, house, query, now, t }) => {
  const all = await listOwnCourses(db, actor, house.catalogue, now)
  const due = await listDue(db, actor, { now })
  const courses = all
    .filter(({ course, standing }) => matchesFilter(course, standing.status, query))
    .map((own) => ({ ...own, due: due.find((one) => one.course_id === own.course.id) }))
  return { title: t('learn.catalogueTitle'), filter: query, courses, count: all.length, minutes: all.reduce((sum, { course }) => sum + course.minutes, 0) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Wegbereiter` }]

export default function Catalogue() {
  const { filter, courses, count, minutes } = usePageData<typeof loader>()
  const t = useT()
  if (count === 0)
    return (
      <Page title={t('learn.catalogueTitle')} gap="l">
        <Empty title={t('hr.noCourseTitle')}>{t('learn.noCourseInList')}</Empty>
      </Page>
    )
  return (
    <Page title={t('learn.catalogueTitle')} lead={t('learn.catalogueLead', { count, time: duration(t, minutes) })} gap="l">
      <Filters filter={filter} />
      <div className="l-between">
        <p role="status">
          <b>{t('learn.found', { count: courses.length })}</b>
        </p>
        <Chips chips={chipsOf(t, filter)} />
      </div>
      <h2 className="kern-sr-only">{t('learn.results')}</h2>
      {courses.length === 0 ? (
        <Empty title={t('learn.noneFound')} headingLevel={3}>
          {t('learn.noneFoundText')}
        </Empty>
      ) : (
        <CourseCards courses={courses} />
      )}
    </Page>
  )
}

const Filters = kept<{ readonly filter: CourseFilter }>(({ filter }) => {
  const t = useT()
  const all = { value: '', label: t('learn.any') }
  return (
    <search aria-label={t('learn.filterLabel')}>
      <form className="wb-panel l-stack no-print" method="get" action={paths.courses()}>
        <div className="wb-filter">
          <SelectField
            label={t('learn.filterProfile')}
            name="profile"
            defaultValue={filter.profile ?? ''}
            options={[all, ...ROLE_PROFILES.map((value) => ({ value, label: profileName(t, value) }))]}
          />
          <SelectField
            label={t('learn.filterCompetence')}
            name="competence"
            defaultValue={filter.competence ?? ''}
            options={[all, ...COMPETENCES.map((value) => ({ value, label: competenceName(t, value) }))]}
          />
          <SelectField
            label={t('learn.filterDuration')}
            name="duration"
            defaultValue={filter.duration ?? ''}
            options={[{ value: '', label: t('learn.anyDuration') }, ...DURATIONS.map((value) => ({ value, label: durationName(t, value) }))]}
          />
          <SelectField
            label={t('learn.filterStatus')}
            name="status"
            defaultValue={filter.status ?? ''}
            options={[all, ...STATUSES.map((value) => ({ value, label: statusName(t, value) }))]}
          />
        </div>
        <div className="l-cluster">
          <Button>{t('learn.showCourses')}</Button>
          {Object.values(filter).every((value) => value === undefined) ? null : <a href={paths.courses()}>{t('learn.clearFilters')}</a>}
        </div>
      </form>
    </search>
  )
})

const profileName = (t: Translate, value: (typeof ROLE_PROFILES)[number]) => t(`admin.roleProfile.${value}`)
const competenceName = (t: Translate, value: (typeof COMPETENCES)[number]) => `${value} ${t(`shell.competence.${value}`)}`
const durationName = (t: Translate, value: (typeof DURATIONS)[number]) => t(value === '60' ? 'learn.upTo60' : value === '80' ? 'learn.upTo80' : 'learn.over80')
const statusName = (t: Translate, value: (typeof STATUSES)[number]) =>
  t(value === 'open' ? 'learn.statusOpen' : value === 'started' ? 'learn.statusStarted' : 'learn.statusCompleted')

/** Each filter that is on, with the link that takes it off. */
const chipsOf = (t: Translate, filter: CourseFilter) => {
  const without = (name: keyof CourseFilter) => paths.courses({ ...filter, [name]: undefined })
  return [
    ...(filter.profile ? [{ label: profileName(t, filter.profile), href: without('profile') }] : []),
    ...(filter.competence ? [{ label: competenceName(t, filter.competence), href: without('competence') }] : []),
    ...(filter.duration ? [{ label: durationName(t, filter.duration), href: without('duration') }] : []),
    ...(filter.status ? [{ label: statusName(t, filter.status), href: without('status') }] : []),
  ]
}
