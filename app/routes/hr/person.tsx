import type { MetaFunction } from '@remix-run/node'
import { z } from 'zod'
import { shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { statusOf } from '#app/domain/certificate/certificate.ts'
import { listCertificatesOf } from '#app/domain/certificate/queries.server.ts'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import { getColleague, getPersonStatus } from '#app/domain/reporting/person-status.server.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { Alert } from '#app/ui/alert.tsx'
import { Page } from '#app/ui/page.tsx'
import { PersonCertificates } from '#app/ui/privacy/person-certificates.tsx'
import { PersonCourses } from '#app/ui/privacy/person-courses.tsx'
import { Stand } from '#app/ui/report/stand.tsx'

export const loader = defineLoader(
  {
    allow: rolesWhoSee('completion'),
    params: z.object({ person: z.string().max(200) }),
    query: z.object({ done: z.literal('revoked').optional().catch(undefined) }),
    trace: async ({ db, actor, params }) => {
      const { id } = await getColleague(db, actor, params.person)
      return { verb: 'person_status_viewed', subject_kind: 'person', subject_id: id, person_id: id }
    },
  },
  async ({ db, actor, house, params, query, language, context, t, now }) => {
    const { courses } = house.catalogue
    const status = await getPersonStatus(
      db,
      actor,
      params.person,
      courses.map(({ id }) => id),
    )
    const certificates = await listCertificatesOf(db, actor, status.id)
    const name = `${status.given_name} ${status.family_name}`
    return {
      title: titleOf(context, t, name),
      name,
      unit: status.unit,
      self: status.id === actor.person_id,
      revoked: query.done === 'revoked',
      now,
      courses: courses.map((course, index) => {
        const shown = shownLanguage(course, language)
        return {
          number: course.number,
          title: course.text[shown]?.title ?? course.slug,
          lang: shown === language ? undefined : shown,
          completed_on: status.completed_on[index] ?? null,
        }
      }),
      certificates: certificates.map((certificate) => ({
        ...certificate,
        title: certificate.titles[language] ?? certificate.titles.de ?? certificate.titles.en ?? '',
        status: statusOf(certificate, dateInBerlin(now)),
        issued_on: dateInBerlin(certificate.issued_at),
      })),
    }
  },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Person() {
  const t = useT()
  const { name, unit, self, revoked, now, courses, certificates } = usePageData<typeof loader>()
  return (
    <Page title={<bdi>{name}</bdi>} crumbs={[{ label: t('hr.staff.title'), href: paths.hrPeople() }, { label: name }]} meta={<Stand of={[unit]} at={now} />}>
      {revoked ? (
        <Alert kind="success" title={t('privacy.person.revoked')}>
          <p>{t('privacy.person.revokedText')}</p>
        </Alert>
      ) : null}
      <section className="l-stack" aria-labelledby="courses">
        <h2 id="courses">{t('privacy.person.courses')}</h2>
        <PersonCourses name={name} courses={courses} />
      </section>
      <section className="l-stack" aria-labelledby="certificates">
        <h2 id="certificates">{t('privacy.person.certificates')}</h2>
        <PersonCertificates name={name} certificates={certificates} revocationHref={paths.certificateRevocation} />
      </section>
      <div className="wb-callout l-stack l-stack--s">
        <p className="t-small t-measure">{t('privacy.person.limits')}</p>
        <p className="t-small t-measure">{t(self ? 'privacy.person.traceSelf' : 'privacy.person.trace', { name })}</p>
      </div>
    </Page>
  )
}
