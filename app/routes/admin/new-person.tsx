import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { createPerson } from '#app/domain/organisation/create-person.server.ts'
import { listOrgUnits } from '#app/domain/organisation/queries.server.ts'
import { GRANTABLE_ROLES, ROLE_PROFILES } from '#app/domain/organisation/roles.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { newPersonForm } from '#app/http/person-form.server.ts'
import { refuseForm, titleOf } from '#app/http/refuse-form.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { PERSON_FIELDS, PersonFields } from '#app/ui/account/person-fields.tsx'
import { problemsOf } from '#app/ui/account/problems.ts'
import { listOf, textOf } from '#app/ui/account/values.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'

export const loader = defineLoader({ allow: ['admin'] }, async ({ db, actor, context, t }) => ({
  title: titleOf(context, t, t('admin.person.newTitle')),
  units: await listOrgUnits(db, actor),
}))

export const action = defineAction({ allow: ['admin'], input: newPersonForm }, async ({ tx, actor, input, form, context, house, now, after }) => {
  const created = await createPerson(tx, actor, { ...input, now })
  if (created === 'email_taken') return refuseForm(context, { problems: { email: created }, values: form })
  after(() => house.log.info('person_created', { request_id: context.requestId, authority_id: actor.authority_id }))
  return redirect(paths.person(created.person_id, 'created'), { status: 303 })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewPerson() {
  const t = useT()
  const { units } = usePageData<typeof loader>()
  const refused = useActionResult<typeof action>()
  const problems = problemsOf(t, refused, PERSON_FIELDS)
  const typed = (name: string) => textOf(refused?.values, name)
  const values = {
    given_name: typed('given_name'),
    family_name: typed('family_name'),
    email: typed('email'),
    org_unit_id: typed('org_unit_id'),
    role_profile: typed('role_profile'),
    roles: listOf(refused?.values, 'roles'),
  }
  return (
    <Page
      title={t('admin.person.newTitle')}
      lead={t('admin.person.newLead')}
      crumbs={[{ label: t('admin.people.title'), href: paths.people() }, { label: t('admin.person.newTitle') }]}
      width="narrow"
      gap="l"
    >
      <ErrorSummary problems={problems} />
      <form className="l-stack l-stack--l" method="post" action={paths.newPerson()} noValidate>
        <PersonFields units={units} profiles={ROLE_PROFILES} roles={GRANTABLE_ROLES} values={values} problems={problems} withEmail />
        <div className="l-cluster">
          <Button>{t('admin.person.create')}</Button>
          <a href={paths.people()}>{t('admin.person.cancel')}</a>
        </div>
      </form>
    </Page>
  )
}
