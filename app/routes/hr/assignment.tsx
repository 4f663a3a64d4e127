import type { MetaFunction } from '@remix-run/node'
import { z } from 'zod'
import { ASSIGNED_PAGE, type AssignedQuery, assignedParameters, assignedQuery } from '#app/domain/assignment/people-list.ts'
import { listAssignedPage } from '#app/domain/assignment/people.server.ts'
import { getAssignment } from '#app/domain/assignment/queries.server.ts'
import { stateOf } from '#app/domain/assignment/rules.ts'
import { listOrgUnits } from '#app/domain/organisation/queries.server.ts'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { NotFound } from '#app/http/refusals.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { Alert } from '#app/ui/alert.tsx'
import { AssignedList } from '#app/ui/assignment/assigned-list.tsx'
import { StateBadge } from '#app/ui/assignment/assignment-table.tsx'
import { courseNames, noCourse } from '#app/ui/assignment/course-names.ts'
import { targetWords } from '#app/ui/assignment/words.ts'
import { longDayOf, shortDay } from '#app/ui/certificate/calendar-day.ts'
import { Facts } from '#app/ui/facts.tsx'
import { Page } from '#app/ui/page.tsx'
import { FileLinks } from '#app/ui/report/file-links.tsx'
import { dateAndTime } from '#app/ui/report/short-date.ts'

const EVERYBODY: AssignedQuery = { unit: '', status: '', sort: 'name', descending: false, page: 1 }

export const loader = defineLoader(
  {
    allow: rolesWhoSee('completion'),
    params: z.object({ assignment: z.string().max(100) }),
    query: z.intersection(assignedQuery, z.object({ done: z.enum(['made', 'withdrawn', '']).catch('') })),
    trace: async ({ db, actor, params, query }) => {
      const { id, course_id, withdrawn_at } = await getAssignment(db, actor, params.assignment)
      if (query.unit !== '' && !(await listOrgUnits(db, actor)).some((unit) => unit.id === query.unit)) throw new NotFound()
      // Of a withdrawn assignment no people are shown.
      if (withdrawn_at !== null) return undefined
      return { verb: 'assignment_list_viewed', subject_kind: 'assignment', subject_id: id, detail: { course: course_id, unit: query.unit || null } }
    },
  },
  async ({ db, actor, house, params, query, language, now, context, t }) => {
    const assignment = await getAssignment(db, actor, params.assignment)
    const course = courseNames(house.catalogue, language)[assignment.course_id] ?? noCourse(t)
    const list = assignment.withdrawn_at === null ? await listAssignedPage(db, actor, assignment, query, { now }) : undefined
    const numbers = list === undefined || query.unit === '' ? list?.numbers : (await listAssignedPage(db, actor, assignment, EVERYBODY, { now })).numbers
    return {
      title: titleOf(context, t, t('assignment.page.title', { title: course.title })),
      now,
      assignment,
      course,
      slug: house.catalogue.courses.find(({ id }) => id === assignment.course_id)?.slug,
      units: await listOrgUnits(db, actor),
      query,
      list,
      state: stateOf(assignment, numbers ?? { open: 0, overdue: 0 }, dateInBerlin(now)),
    }
  },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function AssignmentPage() {
  const [t, format] = [useT(), useFormat()]
  const { now, assignment, course, slug, units, query, list, state } = usePageData<typeof loader>()
  const { id, withdrawn_at } = assignment
  const title = t('assignment.page.title', { title: course.title })
  const { page: _, ...filter } = assignedParameters(query)
  return (
    <Page
      title={title}
      crumbs={[{ label: t('assignment.title'), href: paths.assignments() }, { label: course.title }]}
      meta={<b>{t('hr.stand', { time: dateAndTime(format, now) })}</b>}
      actions={list === undefined ? undefined : <FileLinks csv={paths.assignmentCsv(id, filter)} xlsx={paths.assignmentXlsx(id, filter)} />}
      gap="l"
    >
      {query.done === 'made' && withdrawn_at === null ? (
        <Alert kind="success" title={t('assignment.page.made')}>
          <p>{t('assignment.page.madeText')}</p>
        </Alert>
      ) : null}
      {query.done === 'withdrawn' && withdrawn_at !== null ? (
        <Alert kind="success" title={t('assignment.page.withdrawnNow')}>
          <p>{t('assignment.page.withdrawnNowText')}</p>
        </Alert>
      ) : null}
      <Facts
        facts={[
          { label: t('assignment.page.for'), value: targetWords(t, assignment.targets) },
          { label: t('assignment.page.due'), value: shortDay(format, assignment.due_on) },
          { label: t('assignment.page.since'), value: shortDay(format, dateInBerlin(assignment.created_at)) },
          { label: t('assignment.page.state'), value: <StateBadge state={state} /> },
        ]}
      />
      <section className="wb-callout" aria-labelledby="explanation">
        <h2 className="t-h4" id="explanation">
          {t('assignment.page.explanation')}
        </h2>
        <p className="t-measure" dir="auto">
          {assignment.explanation}
        </p>
      </section>
      {list === undefined ? (
        <>
          <Alert kind="info" title={t('assignment.page.withdrawnOn', { date: longDayOf(format, withdrawn_at ?? now) })}>
            <p dir="auto">{t('assignment.page.withdrawnReason', { reason: assignment.withdrawn_reason ?? '' })}</p>
          </Alert>
          <p className="t-small t-measure">{t('assignment.page.withdrawnPeople')}</p>
          {slug === undefined ? null : (
            <p>
              <a href={paths.hrCourse(slug)}>{t('assignment.page.toCourse')}</a>
            </p>
          )}
        </>
      ) : (
        <AssignedList now={now} course={course.title} assignment={assignment} query={query} units={units} list={list} pageSize={ASSIGNED_PAGE} />
      )}
      {withdrawn_at === null ? (
        <p>
          <a href={paths.assignmentWithdrawal(id)}>{t('assignment.page.withdraw')}</a>
        </p>
      ) : null}
    </Page>
  )
}
