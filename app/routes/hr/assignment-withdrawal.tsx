import { type MetaFunction, redirect } from '@remix-run/node'
import { z } from 'zod'
import { getAssignment } from '#app/domain/assignment/queries.server.ts'
import { LONGEST_REASON } from '#app/domain/assignment/rules.ts'
import { withdrawAssignment } from '#app/domain/assignment/withdraw-assignment.server.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { refuseForm, titleOf } from '#app/http/refuse-form.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { textOf } from '#app/ui/account/values.ts'
import { Alert } from '#app/ui/alert.tsx'
import { courseNames, noCourse } from '#app/ui/assignment/course-names.ts'
import { assignmentProblems } from '#app/ui/assignment/problems.ts'
import { targetWords } from '#app/ui/assignment/words.ts'
import { Button } from '#app/ui/button.tsx'
import { longDayOf, shortDay } from '#app/ui/certificate/calendar-day.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { TextAreaField } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'

const params = z.object({ assignment: z.string().max(100) })
const reason = z.string({ error: 'reason' }).trim().min(1, 'reason').max(LONGEST_REASON, 'reason_long')

export const loader = defineLoader({ allow: ['hr'], params }, async ({ db, actor, house, params, language, context, t }) => {
  const assignment = await getAssignment(db, actor, params.assignment)
  return {
    title: titleOf(context, t, t('assignment.withdrawal.title')),
    assignment,
    course: courseNames(house.catalogue, language)[assignment.course_id] ?? noCourse(t),
  }
})

export const action = defineAction(
  { allow: ['hr'], params, input: z.object({ reason }) },
  async ({ tx, actor, params, input, form, house, context, now, after }) => {
    const outcome = await withdrawAssignment(tx, actor, params.assignment, { reason: input.reason, now })
    if (outcome === 'withdrawn_before') return refuseForm(context, { problems: { '': outcome }, values: form })
    after(() => house.log.info('assignment_withdrawn', { request_id: context.requestId, authority_id: actor.authority_id }))
    return redirect(paths.assignment(params.assignment, { done: 'withdrawn' }), 303)
  },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function AssignmentWithdrawal() {
  const [t, format] = [useT(), useFormat()]
  const { assignment, course } = usePageData<typeof loader>()
  const refused = useActionResult<typeof action>()
  const problems = assignmentProblems(t, refused?.problems, ['reason'])
  const page = paths.assignment(assignment.id)
  return (
    <Page
      title={t('assignment.withdrawal.title')}
      lead={assignment.withdrawn_at === null ? t('assignment.withdrawal.lead') : undefined}
      crumbs={[{ label: t('assignment.title'), href: paths.assignments() }, { label: course.title, href: page }, { label: t('assignment.withdrawal.title') }]}
      width="narrow"
      gap="l"
    >
      <ErrorSummary problems={problems} />
      <Facts
        facts={[
          { label: t('assignment.column.course'), value: <span lang={course.lang}>{course.title}</span> },
          { label: t('assignment.page.for'), value: targetWords(t, assignment.targets) },
          { label: t('assignment.page.due'), value: shortDay(format, assignment.due_on) },
        ]}
      />
      {assignment.withdrawn_at === null ? (
        <form className="l-stack l-stack--l" method="post" action={paths.assignmentWithdrawal(assignment.id)} noValidate>
          <p>{t('assignment.withdrawal.keeps')}</p>
          <TextAreaField
            label={t('assignment.withdrawal.reason')}
            name="reason"
            hint={t('assignment.withdrawal.reasonHint')}
            defaultValue={textOf(refused?.values, 'reason')}
            error={problems.find(({ field }) => field === 'reason')?.message}
            required
          />
          <div className="l-cluster">
            <Button>{t('assignment.withdrawal.submit')}</Button>
            <a href={page}>{t('assignment.withdrawal.cancel')}</a>
          </div>
        </form>
      ) : (
        <>
          <Alert kind="info" title={t('assignment.withdrawal.done', { date: longDayOf(format, assignment.withdrawn_at) })}>
            <p dir="auto">{t('assignment.page.withdrawnReason', { reason: assignment.withdrawn_reason ?? '' })}</p>
          </Alert>
          <p>
            <a href={page}>{t('assignment.withdrawal.back')}</a>
          </p>
        </>
      )}
    </Page>
  )
}
