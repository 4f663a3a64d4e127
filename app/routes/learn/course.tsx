import { type MetaFunction, redirect } from '@remix-run/node'
import { usePageData } from '#app/http/page-data.tsx'
import type { Course, RoleProfile } from '#app/content/course.ts'
import { listDue } from '#app/domain/assignment/queries.server.ts'
import { shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { courseParams, getCourse } from '#app/domain/catalogue/place.ts'
import { eventIdOf } from '#app/domain/progress/event-id.ts'
import { findCourseProgress } from '#app/domain/progress/queries.server.ts'
import { recordModuleOpened } from '#app/domain/progress/record-module-opened.server.ts'
import { type Standing, standingOf } from '#app/domain/progress/standing.ts'
import { defineAction, defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { type Translate, useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { newId } from '#app/platform/ids.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Pictogram } from '#app/ui/competence.tsx'
import { ContentTreeView } from '#app/ui/content-tree.tsx'
import { Cover } from '#app/ui/cover.tsx'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { DueNote } from '#app/ui/learn/due.tsx'
import { MissingList } from '#app/ui/learn/missing.tsx'
import { ModuleRows } from '#app/ui/learn/module-rows.tsx'
import { continueLabel, nextHref } from '#app/ui/learn/next-step.tsx'
import { StartCourse } from '#app/ui/learn/start-course.tsx'
import { courseText } from '#app/ui/learn/step-title.ts'

export const loader = defineLoader({ allow: ['learner'], params: courseParams }, async ({ db, actor, house, params, context, request, language, now }) => {
  const course = getCourse(house.catalogue, params)
  const viewer = await viewerOf(context, request)
  const standing = standingOf(course, await findCourseProgress(db, actor, course.id))
  return {
    course,
    standing,
    due: (await listDue(db, actor, { now })).find(({ course_id }) => course_id === course.id),
    profile: viewer?.person.role_profile,
    glossary: house.catalogue.glossary[shownLanguage(course, language)] ?? {},
    event_id: newId(),
    title: courseText(course, language).title,
  }
})

/** Begins the course: from here on it counts as started, and the first module opens. */
export const action = defineAction({ allow: ['learner'], params: courseParams }, async ({ tx, actor, house, params, form, now }) => {
  const course = getCourse(house.catalogue, params)
  const first = course.modules[0]
  if (first === undefined) return redirect(paths.course(course.slug), 303)
  await recordModuleOpened(tx, actor, { course, module: first }, { event_id: eventIdOf(form), now })
  return redirect(paths.module(course.slug, first.slug), 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Wegbereiter` }]

export default function CoursePage() {
  const { course, standing, due, profile, glossary, event_id } = usePageData<typeof loader>()
  const [t, language] = [useT(), useLanguage()]
  const text = courseText(course, language)
  const foreign = shownLanguage(course, language) === language ? undefined : shownLanguage(course, language)
  return (
    <div className="l-wrap l-stack l-stack--xl">
      <div>
        <Crumbs crumbs={[{ label: t('learn.catalogueTitle'), href: paths.courses() }, { label: t('learn.courseKicker', { number: course.number }) }]} />
        <div className="l-split l-split--half">
          <div className="l-stack l-stack--l">
            <div className="l-stack l-stack--s">
              <p className="t-kicker">{kicker(t, course, profile)}</p>
              <h1 lang={foreign}>{text.title}</h1>
            </div>
            <p className="t-lead" lang={foreign}>
              {text.summary}
            </p>
            {foreign === undefined ? null : <p className="t-meta">{t('learn.germanOnly')}</p>}
            <Facts
              facts={[
                { label: t('learn.duration'), value: t('learn.minutes', { count: course.minutes }) },
                { label: t('learn.modules'), value: course.modules.length },
                {
                  label: t('learn.version'),
                  value: t('learn.versionOf', { month: t('shell.month', { month: new Date(`${course.published_on}T12:00:00Z`) }) }),
                },
              ]}
            />
            {due === undefined ? null : <DueNote due={due} />}
            <NextAction course={course} standing={standing} eventId={event_id} />
          </div>
          <Cover courseId={course.id} number={course.number} />
        </div>
      </div>
      <div className="l-split">
        <div className="l-stack l-stack--xl">
          <section className="l-stack" aria-labelledby="modules">
            <div className="l-between">
              <h2 id="modules">{t('learn.modules')}</h2>
              <p className="t-meta">
                {t('learn.progress', {
                  done: standing.modules.filter(({ done }) => done).length,
                  total: course.modules.length,
                  minutes: standing.minutes_done,
                  all: standing.minutes_total,
                })}
              </p>
            </div>
            <ModuleRows course={course} standing={standing} />
          </section>
          <section className="l-stack" aria-labelledby="objectives" lang={foreign}>
            <h2 id="objectives" lang={language}>
              {t('learn.objectives')}
            </h2>
            <ol>
              {text.objectives.map((objective) => (
                <li key={objective}>{objective}</li>
              ))}
            </ol>
            <ContentTreeView
              tree={text.body}
              renderItem={() => null}
              glossary={glossary}
              figureUrl={(file) => paths.figure(course.slug, course.revision, file)}
              localSlots={{}}
              language={foreign ?? language}
            />
          </section>
        </div>
        <aside className="l-stack l-stack--xl" aria-labelledby="missing">
          <section className="wb-panel l-stack" aria-labelledby="missing">
            <h2 id="missing" className="t-h3">
              {t('learn.missing')}
            </h2>
            <MissingList course={course} standing={standing} />
            <p className="t-small">{t('learn.practiceNote', { mark: course.pass_mark })}</p>
          </section>
          <section className="l-stack" aria-labelledby="competences">
            <h2 id="competences" className="t-h3">
              {t('learn.competences')}
            </h2>
            <ul className="wb-klist">
              {course.competences.map((id) => (
                <li key={id}>
                  <Pictogram id={id} large />
                  <h3 className="t-h4">
                    {id} {t(`shell.competence.${id}`)}
                  </h3>
                </li>
              ))}
            </ul>
          </section>
        </aside>
      </div>
    </div>
  )
}

const NextAction = ({ course, standing, eventId }: { readonly course: Course; readonly standing: Standing; readonly eventId: string }) => {
  const [t, language] = [useT(), useLanguage()]
  if (standing.status === 'completed')
    return (
      <div className="l-cluster">
        <ButtonLink href={paths.courseCompletion(course.slug)}>{t('learn.seeResult')}</ButtonLink>
      </div>
    )
  if (standing.status === 'open' || standing.next === null)
    return (
      <div className="l-cluster">
        <StartCourse course={course} eventId={eventId} />
      </div>
    )
  return (
    <div className="l-cluster">
      <ButtonLink href={nextHref(course, standing.next)}>{continueLabel(t, course, standing.next, language)}</ButtonLink>
      <span className="t-meta">{t('learn.timeLeft', { minutes: standing.minutes_left })}</span>
    </div>
  )
}

const kicker = (t: Translate, course: Course, profile: RoleProfile | undefined): string => {
  if (profile === undefined) return t('learn.courseKicker', { number: course.number })
  const name = t(`admin.roleProfile.${profile}`)
  if (course.core_for.includes(profile)) return t('learn.coreFor', { number: course.number, profile: name })
  return course.optional_for.includes(profile)
    ? t('learn.optionalFor', { number: course.number, profile: name })
    : t('learn.courseKicker', { number: course.number })
}
