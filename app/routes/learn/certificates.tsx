import type { MetaFunction } from '@remix-run/node'
import { statusOf, textOf } from '#app/domain/certificate/certificate.ts'
import { listOwnCertificates } from '#app/domain/certificate/queries.server.ts'
import { listUncertified } from '#app/domain/progress/uncertified.server.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { publicAddress } from '#app/http/public-address.server.ts'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { Button } from '#app/ui/button.tsx'
import { longDayOf, shortDay } from '#app/ui/certificate/calendar-day.ts'
import { CertificateBadge } from '#app/ui/certificate/certificate-badge.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Page } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'

export const loader = defineLoader({ allow: ['learner'] }, async ({ db, actor, house, request, context, language, now, t }) => {
  const today = dateInBerlin(now)
  const shown = (content: Parameters<typeof textOf>[0]) => {
    const { title, language: lang } = textOf(content, language)
    return { title, lang: lang === language ? undefined : lang }
  }
  const certificates = (await listOwnCertificates(db, actor)).map((one) => ({ ...one, status: statusOf(one, today), course: shown(one.content) }))
  const missing = (await listUncertified(db, actor)).map(({ text, ...rest }) => ({ ...rest, course: shown({ text }) }))
  return {
    title: titleOf(context, t, t('certificate.list.title')),
    current: certificates.filter(({ replaced }) => !replaced),
    earlier: certificates.filter(({ replaced }) => replaced),
    missing,
    verify: publicAddress(house, request, paths.verify()),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Certificates() {
  const { current, earlier, missing, verify } = usePageData<typeof loader>()
  const [t, format] = [useT(), useFormat()]
  if (current.length + earlier.length + missing.length === 0)
    return (
      <Page title={t('certificate.list.title')}>
        <Empty title={t('certificate.list.emptyTitle')} action={{ href: paths.courses(), label: t('certificate.list.toCourses') }}>
          {t('certificate.list.emptyText')}
        </Empty>
      </Page>
    )
  return (
    <Page title={t('certificate.list.title')} lead={t('certificate.list.lead')}>
      {current.length === 0 ? null : (
        <DataTable
          caption={t('certificate.list.caption')}
          rows={current}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'course',
              label: t('certificate.list.course'),
              rowHeader: true,
              cell: ({ id, course }) => (
                <a href={paths.certificate(id)} lang={course.lang}>
                  {course.title}
                </a>
              ),
            },
            { key: 'completed', label: t('certificate.list.completed'), cell: ({ completed_on }) => shortDay(format, completed_on) },
            {
              key: 'valid',
              label: t('certificate.list.validUntil'),
              cell: ({ valid_until }) => (valid_until === null ? t('certificate.list.unlimited') : shortDay(format, valid_until)),
            },
            { key: 'status', label: t('certificate.list.status'), cell: ({ status }) => <CertificateBadge status={status} /> },
          ]}
        />
      )}
      {missing.length === 0 ? null : (
        <section className="l-stack" aria-labelledby="missing">
          <h2 id="missing">{t('certificate.list.missing')}</h2>
          <p className="t-measure">{t('certificate.list.missingText')}</p>
          <ul className="l-stack">
            {missing.map(({ course_id, course, completed_at }) => (
              <li key={course_id} className="l-between">
                <span>
                  <b lang={course.lang}>{course.title}</b>, {t('certificate.list.completed')} {longDayOf(format, completed_at)}
                </span>
                <form method="post" action={paths.certificateOfCourse(course_id)}>
                  <Button variant="secondary" about={t('certificate.list.issueAbout', { title: course.title })}>
                    {t('certificate.list.issue')}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}
      {earlier.length === 0 ? null : (
        <details>
          <summary>{t('certificate.list.earlier', { count: earlier.length })}</summary>
          <div className="l-stack">
            <p className="t-measure">{t('certificate.list.earlierText')}</p>
            <ul>
              {earlier.map(({ id, course, holder_name, issued_at }) => (
                <li key={id}>
                  <a href={paths.certificate(id)} lang={course.lang}>
                    {course.title}
                  </a>
                  , {t('certificate.list.inName', { name: holder_name, date: longDayOf(format, issued_at) })}
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
      <p className="t-meta">
        {t('certificate.list.verifyHint')} <a href={paths.verify()}>{verify}</a>
      </p>
    </Page>
  )
}
