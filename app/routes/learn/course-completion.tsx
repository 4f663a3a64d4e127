import { type MetaFunction, redirect } from '@remix-run/node'
import { usePageData } from '#app/http/page-data.tsx'
import { findOwnCertificate } from '#app/domain/certificate/queries.server.ts'
import type { Course } from '#app/content/course.ts'
import type { LearnerItemOf } from '#app/content/items/item.ts'
import { courseParams, getCourse } from '#app/domain/catalogue/place.ts'
import { addDays } from '#app/platform/calendar.ts'
import { listOwnCourses } from '#app/domain/progress/own-courses.server.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { type Language, useFormat, useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Cover } from '#app/ui/cover.tsx'
import { InlineText } from '#app/ui/items/inline-text.tsx'
import { CourseCards } from '#app/ui/learn/cards.tsx'
import { courseText, moduleText } from '#app/ui/learn/step-title.ts'
import { PrivateLine } from '#app/ui/private-line.tsx'
import { Way } from '#app/ui/way.tsx'

export const loader = defineLoader({ allow: ['learner'], params: courseParams }, async ({ db, actor, house, params, language, context, now, t }) => {
  const course = getCourse(house.catalogue, params)
  const all = await listOwnCourses(db, actor, house.catalogue, now)
  const own = all.find((one) => one.course.id === course.id)
  if (own === undefined || own.standing.completed_at === null) return redirect(paths.course(course.slug))
  const rest = all.filter(({ course: other, standing }) => other.id !== course.id && standing.status !== 'completed')
  const { title } = courseText(course, language)
  const certificate = (await findOwnCertificate(db, actor, course.id))?.id ?? null
  return {
    course,
    certificate,
    standing: own.standing,
    completed_at: own.standing.completed_at,
    title,
    documentTitle: titleOf(context, t, t('learn.completionHeading', { title })),
    recommended: rest.slice(0, 3),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? '' }]

/** The moment a course is done: what was reached, and what comes now. A middle, not an end. */
export default function CourseCompletion() {
  const { course, certificate, standing, completed_at, title, recommended } = usePageData<typeof loader>()
  const [t, format, language] = [useT(), useFormat(), useLanguage()]
  const on = format.dateTime(new Date(completed_at), { dateStyle: 'long' })
  const transfer = placed(course, language, 'transfer')
  const reflection = placed(course, language, 'reflection')
  const following = recommended[0]
  return (
    <div className="l-wrap l-stack l-stack--xl">
      <section className="wb-next" aria-labelledby="completed">
        <Cover courseId={course.id} number={course.number} cols={6} rows={7} />
        <div className="wb-next__body">
          <div className="l-stack l-stack--s">
            <p className="t-kicker">{t('learn.completedOn', { date: on })}</p>
            <h1 id="completed">{t('learn.completionHeading', { title })}</h1>
            <p className="t-lead">{t('learn.completionLead', { modules: course.modules.length, minutes: course.minutes })}</p>
            {standing.score_percent === undefined ? null : (
              <p className="t-measure">{t('learn.completionScore', { score: standing.score_percent, mark: standing.pass_mark })}</p>
            )}
          </div>
          <div className="l-cluster">
            <ButtonLink href={following === undefined ? paths.courses() : paths.course(following.course.slug)}>{t('learn.chooseNext')}</ButtonLink>
            {certificate === null ? (
              <form method="post" action={paths.certificateOfCourse(course.id)}>
                <Button variant="secondary">{t('certificate.list.issue')}</Button>
              </form>
            ) : (
              <ButtonLink variant="secondary" href={paths.certificate(certificate)}>
                {t('certificate.openCertificate')}
              </ButtonLink>
            )}
            <a href={paths.course(course.slug)}>{t('learn.courseOverview', { number: course.number })}</a>
          </div>
        </div>
      </section>
      <div className="l-split">
        <section className="l-stack l-stack--l" aria-labelledby="go-on">
          <h2 id="go-on">{t('learn.goOn')}</h2>
          <Way
            steps={[
              { id: 'done', label: t('learn.stationDone'), note: on, state: 'done' },
              ...(transfer === undefined
                ? []
                : [
                    {
                      id: 'transfer',
                      label: t('learn.stationTransfer', { title: transfer.item.title }),
                      note: t('learn.stationTransferWhen', {
                        weeks: transfer.item.weeks,
                        date: format.dateTime(new Date(addDays(completed_at, transfer.item.weeks * 7)), { dateStyle: 'long' }),
                      }),
                      state: 'now' as const,
                      href: transfer.href,
                    },
                  ]),
              ...(following === undefined
                ? []
                : [
                    {
                      id: 'next',
                      label: t('learn.stationNext', { title: courseText(following.course, language).title }),
                      note: t('learn.minutes', { count: following.course.minutes }),
                      state: 'open' as const,
                    },
                  ]),
              { id: 'again', label: t('learn.stationAgain'), note: t('learn.stationAgainWhen'), state: 'open' },
            ]}
          />
          {transfer === undefined ? null : (
            <div className="wb-callout">
              <h3 className="t-h4">{t('learn.transferTask')}</h3>
              <p className="t-measure">
                <InlineText text={transfer.item.task} />
              </p>
              <p>
                <a href={transfer.href}>{t('learn.openTransfer')}</a>
              </p>
            </div>
          )}
        </section>
        {reflection === undefined ? null : (
          <aside className="wb-panel l-stack" aria-labelledby="reflection">
            <h2 className="t-h3" id="reflection">
              {t('learn.reflection')}
            </h2>
            <p>
              <InlineText text={reflection.item.prompt} />
            </p>
            <a href={reflection.href}>{t('learn.noteThoughts')}</a>
            <PrivateLine>{t('learn.privateOnWish')}</PrivateLine>
          </aside>
        )}
      </div>
      {recommended.length === 0 ? null : (
        <section className="wb-rule l-stack l-stack--l" aria-labelledby="recommended">
          <h2 id="recommended">{t('learn.recommended')}</h2>
          <CourseCards courses={recommended} />
        </section>
      )}
    </div>
  )
}

/** The first item of a kind in the course, with the way to it. */
const placed = <K extends 'transfer' | 'reflection'>(
  course: Course,
  language: Language,
  kind: K,
): { readonly item: LearnerItemOf<K>; readonly href: string } | undefined => {
  for (const module of course.modules) {
    const item = Object.values(moduleText(course, module, language).items).find((one) => one.kind === kind)
    if (item !== undefined) return { item: item as LearnerItemOf<K>, href: paths.module(course.slug, module.slug, `item-${item.id}`) }
  }
  return undefined
}
