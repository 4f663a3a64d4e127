import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { z } from 'zod'
import { signIn } from '#app/domain/identity/sign-in.server.ts'
import { startSession } from '#app/domain/identity/start-session.server.ts'
import { defineAction, defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { refuseForm, secondsOf, titleOf } from '#app/http/refuse-form.server.ts'
import { safePath } from '#app/http/safe-path.server.ts'
import { deviceOf, heldHash, sessionCookie, sessionHash } from '#app/http/session.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { messageFor, problemsOf } from '#app/ui/account/problems.ts'
import { Alert } from '#app/ui/alert.tsx'
import { Button } from '#app/ui/button.tsx'
import { Cover } from '#app/ui/cover.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PasswordField, TextField } from '#app/ui/field.tsx'
import { demoSignIns } from '#db/seed/demo-people.ts'

const text = z.string().catch('')

export const loader = defineLoader({ allow: 'everyone', query: z.object({ next: text }) }, async ({ query, context, request, t, house }) => {
  const next = safePath(query.next)
  if ((await viewerOf(context, request)) !== undefined) throw redirect(next)
  const waiting = next === paths.heldForm() && heldHash(context, request) !== undefined
  return {
    title: titleOf(context, t, t('identity.signIn.title')),
    next,
    notice: waiting ? ('held' as const) : next === paths.home() ? null : ('expired' as const),
    demo: house.demo ? demoSignIns : [],
  }
})

export const action = defineAction(
  {
    allow: 'everyone',
    input: z.object({ email: text, password: text, next: text }),
    prepare: async ({ db, house, context, input }) =>
      input.email.trim() === '' || input.password === '' ? ('incomplete' as const) : signIn(db, house.limits, { ...input, address: context.address }),
  },
  async ({ tx, input, prepared, context, request, house, now, after }) => {
    const values = { email: input.email, next: safePath(input.next) }
    if (prepared === 'incomplete') {
      const problems = { ...(input.email.trim() === '' && { email: 'email' }), ...(input.password === '' && { password: 'password' }) }
      return refuseForm(context, { problems, values })
    }
    if (prepared === 'refused' || 'wait' in prepared) {
      after(() => house.log.info('sign_in_refused', { request_id: context.requestId, code: prepared === 'refused' ? 'wrong' : 'rate_limited' }))
      return prepared === 'refused'
        ? refuseForm(context, { problems: { '': 'refused' }, values })
        : refuseForm(context, { problems: { '': 'wait' }, values, wait: secondsOf(prepared.wait) })
    }
    const secret = await startSession(tx, prepared.person, { device: deviceOf(request), replaces: sessionHash(context, request), now })
    after(() => house.log.info('signed_in', { request_id: context.requestId, authority_id: prepared.person.authority_id }))
    return redirect(values.next, { status: 303, headers: { 'set-cookie': sessionCookie(context, secret) } })
  },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function SignIn() {
  const t = useT()
  const { next, notice, demo } = usePageData<typeof loader>()
  const refused = useActionResult<typeof action>()
  const problems = problemsOf(t, refused, ['email', 'password'])
  const email = refused?.values['email']
  const target = typeof refused?.values['next'] === 'string' ? refused.values['next'] : next
  return (
    <div className="wb-login">
      <div className="wb-login__form l-stack l-stack--l">
        <div className="l-stack l-stack--s">
          <h1>{t('identity.signIn.title')}</h1>
          <p className="t-lead">{t('identity.signIn.lead')}</p>
        </div>
        <ErrorSummary problems={problems} />
        {refused === undefined && notice === 'held' ? (
          <Alert kind="info" title={t('identity.signIn.heldTitle')}>
            <p>{t('identity.signIn.heldText')}</p>
          </Alert>
        ) : null}
        {refused === undefined && notice === 'expired' ? <p>{t('identity.signIn.expired')}</p> : null}
        <form className="l-stack l-stack--l" method="post" action={paths.signIn()} noValidate>
          <input type="hidden" name="next" value={target} />
          <TextField
            label={t('identity.signIn.email')}
            name="email"
            type="email"
            autoComplete="username"
            defaultValue={typeof email === 'string' ? email : ''}
            error={messageFor(problems, 'email')}
            required
          />
          <PasswordField
            label={t('identity.signIn.password')}
            name="password"
            autoComplete="current-password"
            error={messageFor(problems, 'password')}
            required
          />
          <div className="l-cluster">
            <Button>{t('identity.signIn.submit')}</Button>
          </div>
        </form>
        <details>
          <summary>{t('identity.signIn.forgotten')}</summary>
          <p>{t('identity.signIn.forgottenAnswer')}</p>
        </details>
        {demo.length === 0 ? null : <DemoAccounts accounts={demo} next={target} />}
      </div>
      <div className="wb-login__art">
        <Cover courseId="wegbereiter" number={1} cols={9} rows={8} />
        <p className="t-lead">{t('identity.signIn.picture')}</p>
      </div>
    </div>
  )
}

/** One form an account: a click signs in, and the password stands there for those who want to type. */
const DemoAccounts = ({ accounts, next }: { accounts: typeof demoSignIns; next: string }) => {
  const t = useT()
  const [first] = accounts
  return (
    <section className="wb-callout wb-callout--licht l-stack l-stack--s">
      <h2 className="t-h4">{t('identity.demo.title')}</h2>
      <p className="t-small">{t('identity.demo.text')}</p>
      <ul className="l-cluster">
        {accounts.map(({ email, name, role, password }) => (
          <li key={email}>
            <form method="post" action={paths.signIn()}>
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={password} />
              <input type="hidden" name="next" value={next} />
              <Button variant="secondary" about={t('identity.demo.enter')}>
                {t('identity.demo.account', { role: t(`admin.role.${role}`), name })}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      {first === undefined ? null : <p className="t-small">{t('identity.demo.typed', { email: first.email, password: first.password })}</p>}
    </section>
  )
}
