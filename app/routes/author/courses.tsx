import type { MetaFunction } from '@remix-run/node'
import { usePageData } from '#app/http/page-data.tsx'
import { shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { listCourseChecks } from '#app/domain/reporting/course-checks.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { CheckBadge } from '#app/ui/author/check-badge.tsx'
import { Findings } from '#app/ui/author/findings.tsx'
import { shortRevision } from '#app/ui/author/preview-banner.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Page } from '#app/ui/page.tsx'
import { shortDate } from '#app/ui/report/short-date.ts'
import { DataTable } from '#app/ui/table.tsx'

export const loader = defineLoader({ allow: ['trainer'] }, async ({ house, language, now, context, t }) => {
  const { courses, shared } = listCourseChecks(house.catalogue)
  const today = dateInBerlin(now)
  return {
    title: titleOf(context, t, t('author.courses.title')),
    shared,
    courses: courses.map(({ slug, course, errors, warnings }) => ({
      slug,
      errors,
      warnings,
      published: course && {
        number: course.number,
        title: course.text[shownLanguage(course, language)]?.title ?? slug,
        lang: shownLanguage(course, language) === language ? undefined : shownLanguage(course, language),
        revision: course.revision,
        published_on: course.published_on,
        review_on: course.review_on,
        overdue: course.review_on < today,
        languages: course.languages,
        modules: course.modules.length,
        first: course.modules[0]?.slug,
      },
    })),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Courses() {
  const t = useT()
  const format = useFormat()
  const { courses, shared } = usePageData<typeof loader>()
  return (
    <Page
      title={t('author.courses.title')}
      meta={
        <>
          {t('author.courses.lead')} <code className="t-nowrap">npm run courses -- check</code>
        </>
      }
    >
      {courses.length === 0 ? (
        <Empty title={t('author.courses.emptyTitle')}>{t('author.courses.empty')}</Empty>
      ) : (
        <DataTable
          caption={t('author.courses.caption')}
          rows={courses}
          rowKey={({ slug }) => slug}
          columns={[
            {
              key: 'course',
              label: t('author.courses.course'),
              rowHeader: true,
              cell: ({ slug, published }) => (
                <>
                  <a href={paths.authorCourse(slug)} lang={published?.lang}>
                    {published ? `${published.number} ${published.title}` : slug}
                  </a>
                  {published ? (
                    <small>
                      {t('author.courses.modules', { count: published.modules })},{' '}
                      {t('author.courses.revision', { revision: shortRevision(published.revision) })}
                    </small>
                  ) : null}
                </>
              ),
            },
            {
              key: 'state',
              label: t('author.courses.state'),
              cell: ({ published }) =>
                published ? (
                  <span>
                    {t('author.courses.published')}
                    <small>{t('author.courses.since', { date: shortDate(format, published.published_on) })}</small>
                  </span>
                ) : (
                  t('author.courses.unpublished')
                ),
            },
            {
              key: 'check',
              label: t('author.courses.check'),
              cell: ({ errors, warnings }) => (
                <span>
                  <CheckBadge errors={errors} warnings={warnings} />
                </span>
              ),
            },
            {
              key: 'languages',
              label: t('author.courses.languages'),
              cell: ({ published }) => published?.languages.map((language) => t(`author.language.${language}`)).join(', '),
            },
            {
              key: 'review',
              label: t('author.courses.review'),
              cell: ({ published }) =>
                published === undefined ? null : published.overdue ? (
                  <Badge kind="warning">{t('author.check.overdue', { date: shortDate(format, published.review_on) })}</Badge>
                ) : (
                  shortDate(format, published.review_on)
                ),
            },
            {
              key: 'action',
              label: t('author.courses.action'),
              cell: ({ slug, published }) =>
                published?.first === undefined ? null : (
                  <a href={paths.preview(slug, published.first)}>
                    {t('author.courses.preview')}
                    <span className="kern-sr-only"> {t('author.courses.previewOf', { number: String(published.number) })}</span>
                  </a>
                ),
            },
          ]}
        />
      )}
      {shared.length === 0 ? null : (
        <section className="l-stack" aria-labelledby="shared">
          <h2 id="shared">{t('author.courses.shared')}</h2>
          <p>{t('author.courses.sharedLead')}</p>
          <Findings findings={shared} />
        </section>
      )}
    </Page>
  )
}
