import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { z } from 'zod'
import { changePassword, checkNewPassword } from '#app/domain/identity/change-password.server.ts'
import { defineAction, defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { refuseForm, secondsOf, titleOf } from '#app/http/refuse-form.server.ts'
import { NotFound } from '#app/http/refusals.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { NEW_PASSWORD_FIELDS, NewPasswordFields } from '#app/ui/account/new-password-fields.tsx'
import { messageFor, problemsOf } from '#app/ui/account/problems.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PasswordField } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'

const text = z.string().catch('')

export const loader = defineLoader({ allow: ['learner'] }, async ({ context, request, t }) => ({
  title: titleOf(context, t, t('account.password.title')),
  email: (await viewerOf(context, request))?.person.email ?? '',
}))

export const action = defineAction(
  {
    allow: ['learner'],
    input: z.object({ current: text, password: text, password_again: text }),
    prepare: async ({ db, house, actor, input }) => {
      if (input.current === '') return { problems: { current: 'password' } } as const
      if (input.password !== input.password_again) return { problems: { password_again: 'mismatch' } } as const
      const checked = await checkNewPassword(db, house.limits, actor, { current: input.current, next: input.password })
      if (!('problem' in checked)) return checked
      if (checked.problem === 'wrong_current') return { problems: { current: 'wrong_current' } } as const
      return { problems: { password: checked.problem === 'too_long' ? 'password_too_long' : checked.problem } } as const
    },
  },
  async ({ tx, actor, prepared, context, request, house, now, after }) => {
    if ('problems' in prepared) return refuseForm(context, { problems: prepared.problems, values: {} })
    if ('wait' in prepared) return refuseForm(context, { problems: { '': 'wait' }, values: {}, wait: secondsOf(prepared.wait) })
    const viewer = await viewerOf(context, request)
    if (viewer === undefined) throw new NotFound()
    await changePassword(tx, actor, prepared, { session: viewer.session.id, now })
    after(() => house.log.info('password_changed', { request_id: context.requestId, authority_id: actor.authority_id }))
    return redirect(paths.account('password'), { status: 303 })
  },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Password() {
  const t = useT()
  const { email } = usePageData<typeof loader>()
  const problems = problemsOf(t, useActionResult<typeof action>(), ['current', ...NEW_PASSWORD_FIELDS])
  return (
    <Page
      title={t('account.password.title')}
      lead={t('account.password.lead')}
      crumbs={[{ label: t('account.title'), href: paths.account() }, { label: t('account.password.title') }]}
      width="narrow"
      gap="l"
    >
      <ErrorSummary problems={problems} />
      <form className="l-stack l-stack--l" method="post" action={paths.password()} noValidate>
        <PasswordField label={t('account.password.current')} name="current" autoComplete="current-password" error={messageFor(problems, 'current')} required />
        <NewPasswordFields email={email} problems={problems} />
        <div className="l-cluster">
          <Button>{t('account.password.submit')}</Button>
        </div>
      </form>
    </Page>
  )
}
