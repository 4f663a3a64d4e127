import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { z } from 'zod'
import { acceptInvitation } from '#app/domain/identity/accept-invitation.server.ts'
import { hashPassword } from '#app/domain/identity/password-hash.server.ts'
import { passwordProblem } from '#app/domain/identity/password-rules.ts'
import { findInvitation } from '#app/domain/identity/queries.server.ts'
import { startSession } from '#app/domain/identity/start-session.server.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { refuseForm, titleOf } from '#app/http/refuse-form.server.ts'
import { deviceOf, sessionCookie, sessionHash } from '#app/http/session.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { NEW_PASSWORD_FIELDS, NewPasswordFields } from '#app/ui/account/new-password-fields.tsx'
import { problemsOf } from '#app/ui/account/problems.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Page } from '#app/ui/page.tsx'

const params = z.object({ token: z.string().max(200) })
const text = z.string().catch('')

export const loader = defineLoader({ allow: 'everyone', params }, async ({ params: { token }, db, context, t, now }) => {
  const invitation = await findInvitation(db, token, { now })
  if (invitation === undefined) return data({ title: titleOf(context, t, t('identity.invitation.goneTitle')), invited: null }, { status: 410 })
  const { given_name, email, authority } = invitation
  const title = titleOf(context, t, t('identity.invitation.title', { name: given_name }))
  return data({ title, invited: { given_name, email, authority, action: paths.invitation(token) } })
})

export const action = defineAction(
  {
    allow: 'everyone',
    params,
    input: z.object({ password: text, password_again: text }),
    prepare: async ({ db, params: { token }, input, now }) => {
      const invitation = await findInvitation(db, token, { now })
      if (invitation === undefined) return { gone: true } as const
      const problem = passwordProblem(input.password, invitation.email)
      if (problem !== null) return { problems: { password: problem === 'too_long' ? 'password_too_long' : problem } } as const
      if (input.password !== input.password_again) return { problems: { password_again: 'mismatch' } } as const
      return { hash: await hashPassword(input.password) } as const
    },
  },
  async ({ tx, params: { token }, prepared, context, request, house, now, after }) => {
    if ('problems' in prepared) return refuseForm(context, { problems: prepared.problems, values: {} })
    const person = 'gone' in prepared ? 'gone' : await acceptInvitation(tx, { token, hash: prepared.hash }, { now })
    // The page itself then says that the link no longer works.
    if (person === 'gone') return redirect(paths.invitation(token), { status: 303 })
    const secret = await startSession(tx, person, { device: deviceOf(request), replaces: sessionHash(context, request), now })
    after(() => house.log.info('invitation_accepted', { request_id: context.requestId, authority_id: person.authority_id }))
    return redirect(paths.home(), { status: 303, headers: { 'set-cookie': sessionCookie(context, secret) } })
  },
)

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Invitation() {
  const t = useT()
  const { invited } = usePageData<typeof loader>()
  const problems = problemsOf(t, useActionResult<typeof action>(), NEW_PASSWORD_FIELDS)
  if (invited === null)
    return (
      <Page title={t('identity.invitation.goneTitle')} width="narrow" gap="l">
        <p>{t('identity.invitation.gone')}</p>
        <p>
          <ButtonLink href={paths.signIn()}>{t('identity.invitation.toSignIn')}</ButtonLink>
        </p>
      </Page>
    )
  return (
    <Page title={t('identity.invitation.title', { name: invited.given_name })} lead={t('identity.invitation.lead')} width="narrow" gap="l">
      <ErrorSummary problems={problems} />
      <p>
        {t('identity.invitation.account')}: <b>{invited.email}</b>, {invited.authority}
      </p>
      <form className="l-stack l-stack--l" method="post" action={invited.action} noValidate>
        <NewPasswordFields email={invited.email} problems={problems} />
        <div className="l-cluster">
          <Button>{t('identity.invitation.submit')}</Button>
        </div>
      </form>
    </Page>
  )
}
