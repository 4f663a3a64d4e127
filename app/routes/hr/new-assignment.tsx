import { data, type MetaFunction, redirect } from '@remix-run/node'
import { z } from 'zod'
import { findCourse } from '#app/domain/catalogue/catalogue.ts'
import { DRAFT_FIELDS, draftProblems, draftSchema, profilesOf } from '#app/domain/assignment/draft.ts'
import { makeAssignment } from '#app/domain/assignment/make-assignment.server.ts'
import { previewAssigned } from '#app/domain/assignment/people.server.ts'
import { requireOwnUnits } from '#app/domain/assignment/require-own-units.server.ts'
import { lastDueDay } from '#app/domain/assignment/rules.ts'
import { listOrgUnits } from '#app/domain/organisation/queries.server.ts'
import { recordLook } from '#app/domain/privacy/record-look.server.ts'
import { Incomplete } from '#app/domain/refusals.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { refuseForm, titleOf } from '#app/http/refuse-form.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { dateInBerlin, daysLater } from '#app/platform/calendar.ts'
import { newId } from '#app/platform/ids.server.ts'
import { textOf } from '#app/ui/account/values.ts'
import { AssignmentFields } from '#app/ui/assignment/assignment-fields.tsx'
import { courseNames } from '#app/ui/assignment/course-names.ts'
import { PreviewPeople } from '#app/ui/assignment/preview-people.tsx'
import { assignmentProblems } from '#app/ui/assignment/problems.ts'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'

export const loader = defineLoader(
  { allow: ['hr'], query: z.object({ course: z.string().max(200).catch('') }) },
  async ({ db, actor, house, query, language, context, now, t }) => {
    const names = courseNames(house.catalogue, language)
    const today = dateInBerlin(now)
    return {
      title: titleOf(context, t, t('assignment.form.title')),
      assignment_id: newId(),
      course: findCourse(house.catalogue, query.course)?.slug ?? '',
      courses: house.catalogue.courses.map(({ id, slug }) => ({ value: slug, label: names[id]?.label ?? slug })),
      units: await listOrgUnits(db, actor),
      days: { first: daysLater(today, 1), last: lastDueDay(today) },
    }
  },
)

/** Shows whom it would be for; saves only what was shown, or shows it anew where anything has changed since. */
export const action = defineAction({ allow: ['hr'], input: draftSchema }, async ({ tx, actor, input: draft, form, house, context, now, after }) => {
  if (draft.assignment_id === '') throw new Incomplete()
  await requireOwnUnits(tx, actor, draft.units)
  const course = findCourse(house.catalogue, draft.course)
  const problems = draftProblems(draft, { knowsCourse: course !== undefined, today: dateInBerlin(now) })
  if (course === undefined || Object.keys(problems).length > 0) return refuseForm(context, { problems, values: form })
  const facts = { course_id: course.id, due_on: draft.due_on, org_units: draft.units, role_profiles: profilesOf(draft) }
  const { fingerprint, ...preview } = await previewAssigned(tx, actor, facts)
  const confirmed = draft.intent === 'assign' && draft.previewed === fingerprint
  if (!confirmed) {
    // Names of people and how many of them have completed: a look at the list of the course, like the list itself.
    const [unit = null] = facts.role_profiles.length === 0 && facts.org_units.length === 1 ? facts.org_units : []
    await recordLook(tx, actor, { verb: 'course_list_viewed', subject_kind: 'course', subject_id: course.id, detail: { unit } }, { now })
    const changed = draft.previewed !== '' && draft.previewed !== fingerprint
    return data({ preview, previewed: fingerprint, changed: changed && draft.intent === 'assign', draft })
  }
  const made = await makeAssignment(tx, actor, { ...facts, id: draft.assignment_id, explanation: draft.explanation, now })
  if (made === 'made_otherwise') return refuseForm(context, { problems: { '': made }, values: form })
  if (made !== 'made' && made !== 'made_before') return refuseForm(context, { problems: { due_on: made }, values: form })
  if (made === 'made') after(() => house.log.info('assignment_made', { request_id: context.requestId, authority_id: actor.authority_id }))
  return redirect(paths.assignment(draft.assignment_id, { done: 'made' }), 303)
})

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function NewAssignment() {
  const t = useT()
  const { assignment_id, course, courses, units, days } = usePageData<typeof loader>()
  const result = useActionResult<typeof action>()
  const shown = result !== undefined && 'preview' in result ? result : undefined
  const refused = result !== undefined && 'problems' in result ? result : undefined
  const problems = assignmentProblems(t, refused?.problems, DRAFT_FIELDS)
  const typed = draftSchema.parse(refused?.values ?? {})
  const values = shown?.draft ?? (refused === undefined ? { ...typed, course } : { ...typed, due_on: textOf(refused.values, 'due_on') })
  // After a form that was saved already, the next one is a new assignment.
  const id = values.assignment_id === '' || refused?.problems[''] !== undefined ? assignment_id : values.assignment_id
  return (
    <Page
      title={t('assignment.form.title')}
      lead={courses.length === 0 ? undefined : t('assignment.form.lead')}
      crumbs={[{ label: t('assignment.title'), href: paths.assignments() }, { label: t('assignment.form.title') }]}
      width="narrow"
      gap="l"
    >
      <ErrorSummary problems={problems} />
      {courses.length === 0 ? (
        <Empty title={t('hr.noCourseTitle')}>{t('assignment.form.noCourses')}</Empty>
      ) : (
        <form className="l-stack l-stack--l" method="post" action={`${paths.newAssignment()}#preview`} noValidate>
          <input type="hidden" name="assignment_id" value={id} />
          <input type="hidden" name="previewed" value={shown?.previewed ?? ''} />
          <AssignmentFields courses={courses} units={units} values={values} days={days} problems={problems} />
          <div className="l-cluster">
            <Button name="intent" value="preview" variant={shown === undefined ? 'primary' : 'secondary'}>
              {t(shown === undefined ? 'assignment.form.preview' : 'assignment.form.previewAgain')}
            </Button>
            {shown === undefined ? <a href={paths.assignments()}>{t('assignment.form.cancel')}</a> : null}
          </div>
          {shown === undefined ? null : (
            <>
              <PreviewPeople preview={shown.preview} changed={shown.changed} />
              <div className="l-cluster">
                <Button name="intent" value="assign">
                  {t('assignment.form.submit')}
                </Button>
                <a href={paths.assignments()}>{t('assignment.form.cancel')}</a>
              </div>
            </>
          )}
        </form>
      )}
    </Page>
  )
}
