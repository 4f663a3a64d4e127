import type { MetaFunction } from '@remix-run/node'
import { usePageData } from '#app/http/page-data.tsx'
import { listDue } from '#app/domain/assignment/queries.server.ts'
import { listOwnCourses } from '#app/domain/progress/own-courses.server.ts'
import { defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { newId } from '#app/platform/ids.server.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { CourseCards, type OwnCourse } from '#app/ui/learn/cards.tsx'
import { DueCourses } from '#app/ui/learn/due.tsx'
import { NextStep } from '#app/ui/learn/next-step.tsx'
import { duration } from '#app/ui/learn/step-title.ts'
import { Page } from '#app/ui/page.tsx'

export const loader = defineLoader({ allow: ['learner'] }, async ({ db, actor, house, context, request, now, t }) => {
  const viewer = await viewerOf(context, request)
  const due = await listDue(db, actor, { now })
  const courses = (await listOwnCourses(db, actor, house.catalogue, now)).map((own) => ({ ...own, due: due.find((one) => one.course_id === own.course.id) }))
  const profile = viewer?.person.role_profile
  const mine = courses.filter(({ course }) => profile !== undefined && course.core_for.includes(profile))
  const started = courses.filter(({ standing }) => standing.status === 'started').sort((a, b) => (b.last_active_at ?? '').localeCompare(a.last_active_at ?? ''))
  const open = courses.filter(({ standing }) => standing.status === 'open')
  // What has a date comes first, the next date before the others; a course under way is not interrupted for it.
  const asked = due.flatMap((one) => courses.filter(({ course }) => course.id === one.course_id))
  const current = started[0] ?? asked.find(({ standing }) => standing.status === 'open') ?? mine.find(({ standing }) => standing.status === 'open') ?? open[0]
  return {
    title: t('learn.homeTitle'),
    name: `${viewer?.person.given_name ?? ''} ${viewer?.person.family_name ?? ''}`.trim(),
    event_id: newId(),
    current,
    asked: asked.flatMap(({ course, standing, due: date }) => (date === undefined ? [] : [{ course, started: standing.status === 'started', due: date }])),
    started: started.slice(1),
    // What has a date stands above already.
    fresh: open.filter((one) => one !== current && one.due === undefined),
    count: courses.length,
    core: {
      done: mine.filter(({ standing }) => standing.status === 'completed').length,
      total: mine.length,
      minutes_left: mine.reduce((sum, { standing }) => sum + standing.minutes_left, 0),
    },
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Wegbereiter` }]

export default function Home() {
  const { name, current, asked, started, fresh, count, core, event_id } = usePageData<typeof loader>()
  const t = useT()
  return (
    <Page title={t('learn.greeting', { name })} titleSize="small">
      {count === 0 ? (
        <Empty title={t('hr.noCourseTitle')}>{t('learn.noCourse')}</Empty>
      ) : current === undefined ? (
        <Empty title={t('learn.allDoneTitle')} kind="arrived" action={{ href: paths.courses(), label: t('learn.allCourses', { count }) }}>
          {t('learn.allDoneText')}
        </Empty>
      ) : (
        <NextStep course={current.course} standing={current.standing} eventId={event_id} />
      )}
      <DueCourses courses={asked} />
      <Courses id="started" title={t('learn.startedCourses')} courses={started} />
      <Courses id="fresh" title={fresh.some(({ isNew }) => isNew) ? t('learn.newCourses') : t('learn.moreCourses')} courses={fresh.slice(0, 3)} all={count} />
      <section className="wb-rule l-split" aria-labelledby="standing">
        <div className="l-stack">
          <h2 id="standing">{t('learn.yourStanding')}</h2>
          <p className="t-lead">
            {core.done === core.total
              ? t('learn.standingComplete', { total: core.total })
              : t('learn.standingSentence', { done: core.done, total: core.total, time: duration(t, core.minutes_left) })}
          </p>
          {core.total === 0 ? null : (
            <Bar id="standing-bar" label={t('learn.standingBar', { done: core.done, total: core.total })} value={core.done} max={core.total} />
          )}
        </div>
        <div className="l-stack l-stack--s">
          <h3 className="t-h4">{t('learn.onlyYou')}</h3>
          <p className="t-small">{t('learn.onlyYouText')}</p>
        </div>
      </section>
    </Page>
  )
}

const Courses = ({
  id,
  title,
  courses,
  all,
}: {
  readonly id: string
  readonly title: string
  readonly courses: readonly OwnCourse[]
  readonly all?: number
}) => {
  const t = useT()
  if (courses.length === 0) return null
  return (
    <section className="l-stack l-stack--l" aria-labelledby={id}>
      <div className="l-between">
        <h2 id={id}>{title}</h2>
        {all === undefined ? null : <a href={paths.courses()}>{t('learn.allCourses', { count: all })}</a>}
      </div>
      <CourseCards courses={courses} />
    </section>
  )
}
