import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { z } from 'zod'
import { deactivatePerson } from '#app/domain/organisation/deactivate-person.server.ts'
import { getAccount } from '#app/domain/organisation/queries.server.ts'
import { reactivatePerson } from '#app/domain/organisation/reactivate-person.server.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { refuseForm, titleOf } from '#app/http/refuse-form.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { problemsOf } from '#app/ui/account/problems.ts'
import { Alert } from '#app/ui/alert.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'

const params = z.object({ person: z.string().max(100) })

export const loader = defineLoader({ allow: ['admin'], params }, async ({ params: { person }, db, actor, context, t, now }) => {
  const { id, given_name, family_name, status } = await getAccount(db, actor, person, { now })
  const name = `${given_name} ${family_name}`
  return { title: titleOf(context, t, t('admin.deactivation.title', { name })), id, name, closed: status === 'deactivated', own: id === actor.person_id }
})

/** Closes the account, or with intent `reopen` opens it again. */
export const action = defineAction(
  { allow: ['admin'], params, input: z.object({ intent: z.enum(['close', 'reopen'], { error: 'invalid' }) }) },
  async ({ tx, actor, params: { person }, input: { intent }, context, house, now, after }) => {
    const subject = { person_id: person }
    const result = intent === 'close' ? await deactivatePerson(tx, actor, subject, { now }) : await reactivatePerson(tx, actor, subject, { now })
    if (result === 'self' || result === 'last_admin') return refuseForm(context, { problems: { '': result }, values: {} })
    after(() =>
      house.log.info(intent === 'close' ? 'person_deactivated' : 'person_reactivated', { request_id: context.requestId, authority_id: actor.authority_id }),
    )
    return redirect(paths.person(person, intent === 'close' ? 'deactivated' : 'reactivated'), { status: 303 })
  },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function PersonDeactivation() {
  const t = useT()
  const { id, name, closed, own } = usePageData<typeof loader>()
  const refused = useActionResult<typeof action>()
  const title = t('admin.deactivation.title', { name })
  return (
    <Page
      title={title}
      lead={closed || own ? undefined : t('admin.deactivation.lead', { name })}
      crumbs={[{ label: t('admin.people.title'), href: paths.people() }, { label: name, href: paths.person(id) }, { label: title }]}
      width="narrow"
      gap="l"
    >
      <ErrorSummary problems={problemsOf(t, refused, [])} />
      {closed || own ? (
        <Alert kind="warning" title={t(closed ? 'admin.deactivation.closed' : 'identity.problem.self')}>
          <p>
            <a href={paths.person(id)}>{t('admin.invitation.back', { name })}</a>
          </p>
        </Alert>
      ) : (
        <>
          <p>{t('admin.deactivation.keeps')}</p>
          <form className="l-cluster" method="post" action={paths.personDeactivation(id)}>
            <input type="hidden" name="intent" value="close" />
            <Button>{t('admin.deactivation.submit')}</Button>
            <a href={paths.person(id)}>{t('admin.deactivation.cancel')}</a>
          </form>
        </>
      )}
    </Page>
  )
}
