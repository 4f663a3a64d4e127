import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { z } from 'zod'
import { changePerson } from '#app/domain/organisation/change-person.server.ts'
import { getAccount, listOrgUnits } from '#app/domain/organisation/queries.server.ts'
import { GRANTABLE_ROLES, ROLE_PROFILES } from '#app/domain/organisation/roles.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { personForm } from '#app/http/person-form.server.ts'
import { refuseForm, titleOf } from '#app/http/refuse-form.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { AccountBadge } from '#app/ui/account/account-badge.tsx'
import { PERSON_FIELDS, PersonFields } from '#app/ui/account/person-fields.tsx'
import { problemsOf } from '#app/ui/account/problems.ts'
import { listOf, textOf } from '#app/ui/account/values.ts'
import { Alert } from '#app/ui/alert.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'

const params = z.object({ person: z.string().max(100) })
const query = z.object({ done: z.enum(['created', 'changed', 'deactivated', 'reactivated']).optional().catch(undefined) })

export const loader = defineLoader({ allow: ['admin'], params, query }, async ({ params: { person }, query: { done }, db, actor, context, t, now }) => {
  const account = await getAccount(db, actor, person, { now })
  return {
    title: titleOf(context, t, `${account.given_name} ${account.family_name}`),
    account,
    own: account.id === actor.person_id,
    units: await listOrgUnits(db, actor),
    done: done ?? null,
  }
})

export const action = defineAction(
  { allow: ['admin'], params, input: personForm },
  async ({ tx, actor, params: { person }, input, form, context, house, now, after }) => {
    const result = await changePerson(tx, actor, { person_id: person }, { ...input, now })
    if (result === 'last_admin') return refuseForm(context, { problems: { roles: result }, values: form })
    after(() => house.log.info('person_changed', { request_id: context.requestId, authority_id: actor.authority_id }))
    // Who gives up this access may not see the person any more, and is to read that it was done.
    const stays = person !== actor.person_id || input.roles.includes('admin')
    return redirect(stays ? paths.person(person, 'changed') : paths.account('access'), { status: 303 })
  },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const ACCESS = { active: 'accessActive', invited: 'accessInvited', new: 'accessNew', deactivated: 'accessDeactivated' } as const

export default function Person() {
  const t = useT()
  const { account, own, units, done } = usePageData<typeof loader>()
  const refused = useActionResult<typeof action>()
  const problems = problemsOf(t, refused, PERSON_FIELDS)
  const name = `${account.given_name} ${account.family_name}`
  const typed = refused?.values
  const values =
    typed === undefined
      ? account
      : {
          given_name: textOf(typed, 'given_name'),
          family_name: textOf(typed, 'family_name'),
          email: account.email,
          org_unit_id: textOf(typed, 'org_unit_id'),
          role_profile: textOf(typed, 'role_profile'),
          roles: listOf(typed, 'roles'),
        }
  return (
    <Page title={name} meta={account.email} crumbs={[{ label: t('admin.people.title'), href: paths.people() }, { label: name }]} width="narrow">
      <ErrorSummary problems={problems} />
      {done === null || refused !== undefined ? null : (
        <Alert kind="success" title={t('admin.person.saved')}>
          <p>{t(`admin.person.${done}`, { name })}</p>
        </Alert>
      )}
      <section className="l-stack" aria-labelledby="access">
        <h2 id="access">{t('admin.person.access')}</h2>
        <div>
          <AccountBadge status={account.status} />
          <p>{t(`admin.person.${ACCESS[account.status]}`)}</p>
        </div>
        <div className="l-cluster">
          {account.status === 'deactivated' ? (
            <form method="post" action={paths.personDeactivation(account.id)}>
              <input type="hidden" name="intent" value="reopen" />
              <Button variant="secondary">{t('admin.person.reopen')}</Button>
            </form>
          ) : (
            <>
              <ButtonLink href={paths.personInvitation(account.id)} variant={account.status === 'active' ? 'secondary' : 'primary'}>
                {t('admin.person.invite')}
              </ButtonLink>
              {own ? null : <a href={paths.personDeactivation(account.id)}>{t('admin.person.close')}</a>}
            </>
          )}
        </div>
      </section>
      <section className="l-stack" aria-labelledby="details">
        <h2 id="details">{t('admin.person.details')}</h2>
        <form className="l-stack l-stack--l" method="post" action={paths.person(account.id)} noValidate>
          <PersonFields units={units} profiles={ROLE_PROFILES} roles={GRANTABLE_ROLES} values={values} problems={problems} withEmail={false} />
          <div className="l-cluster">
            <Button variant={account.status === 'active' || account.status === 'deactivated' ? 'primary' : 'secondary'}>{t('admin.person.save')}</Button>
          </div>
        </form>
      </section>
    </Page>
  )
}
