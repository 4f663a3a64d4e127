import type { MetaFunction } from '@remix-run/node'
import { usePageData } from '#app/http/page-data.tsx'
import { z } from 'zod'
import { findPasswordDate } from '#app/domain/identity/queries.server.ts'
import { defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { themeOf } from '#app/http/viewer.server.ts'
import { NotFound } from '#app/http/refusals.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Alert } from '#app/ui/alert.tsx'
import { inOrder } from '#app/ui/account/roles-in-order.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { RadioGroup } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'

export const loader = defineLoader(
  { allow: ['learner'], query: z.object({ done: z.enum(['preferences', 'password', 'access']).optional().catch(undefined) }) },
  async ({ query, db, actor, context, request, t, language }) => {
    const viewer = await viewerOf(context, request)
    if (viewer === undefined) throw new NotFound()
    return {
      title: titleOf(context, t, t('account.title')),
      done: query.done ?? null,
      person: viewer.person,
      authority: viewer.authority,
      org_unit: viewer.org_unit,
      roles: [...actor.roles],
      language,
      theme: themeOf(viewer, request) ?? ('automatic' as const),
      password_changed_at: await findPasswordDate(db, actor),
    }
  },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const DONE = { preferences: 'preferencesSaved', password: 'passwordSaved', access: 'accessSaved' } as const

export default function Account() {
  const t = useT()
  const format = useFormat()
  const { done, person, authority, org_unit, roles, language, theme, password_changed_at } = usePageData<typeof loader>()
  return (
    <Page title={t('account.title')} width="narrow">
      {done === null ? null : (
        <Alert kind="success" title={t('account.saved')}>
          <p>{t(`account.${DONE[done]}`)}</p>
        </Alert>
      )}
      <section className="l-stack" aria-labelledby="profile">
        <h2 id="profile">{t('account.profile')}</h2>
        <Facts
          facts={[
            { label: t('account.name'), value: `${person.given_name} ${person.family_name}` },
            { label: t('account.email'), value: person.email },
            { label: t('account.authority'), value: authority.name },
            { label: t('account.orgUnit'), value: org_unit },
            { label: t('account.roleProfile'), value: t(`admin.roleProfile.${person.role_profile}`) },
            {
              label: t('account.roles'),
              value: inOrder(roles)
                .map((role) => t(`admin.role.${role}`))
                .join(', '),
            },
          ]}
        />
        <p className="t-small">
          {t('account.profileNote')} <a href={`mailto:${authority.contact_email}`}>{authority.contact_email}</a>
        </p>
      </section>
      <section className="l-stack" aria-labelledby="preferences">
        <h2 id="preferences">{t('account.preferences')}</h2>
        <form className="l-stack l-stack--l" method="post" action={paths.preferences()}>
          <input type="hidden" name="next" value={paths.account('preferences')} />
          <RadioGroup
            label={t('account.language')}
            name="language"
            options={[
              { value: 'de', label: <span lang="de">{t('account.german')}</span> },
              { value: 'en', label: <span lang="en">{t('account.english')}</span> },
            ]}
            defaultValue={language}
          />
          <RadioGroup
            label={t('account.theme')}
            name="theme"
            options={[
              { value: 'automatic', label: t('account.automatic') },
              { value: 'light', label: t('account.light') },
              { value: 'dark', label: t('account.dark') },
            ]}
            defaultValue={theme}
          />
          <div className="l-cluster">
            <Button>{t('account.savePreferences')}</Button>
          </div>
        </form>
      </section>
      <section className="l-stack" aria-labelledby="security">
        <h2 id="security">{t('account.security')}</h2>
        {password_changed_at === null ? null : (
          <p>{t('account.passwordSince', { date: format.dateTime(new Date(password_changed_at), { dateStyle: 'long' }) })}</p>
        )}
        <div className="l-cluster">
          <ButtonLink href={paths.password()} variant="secondary">
            {t('account.changePassword')}
          </ButtonLink>
          <a href={paths.sessions()}>{t('account.showSessions')}</a>
        </div>
      </section>
    </Page>
  )
}
