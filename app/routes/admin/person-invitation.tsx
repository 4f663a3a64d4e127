import { type MetaFunction, data } from '@remix-run/node'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { z } from 'zod'
import { createInvitation } from '#app/domain/identity/create-invitation.server.ts'
import { getAccount } from '#app/domain/organisation/queries.server.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Alert } from '#app/ui/alert.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'

const params = z.object({ person: z.string().max(100) })

export const loader = defineLoader({ allow: ['admin'], params }, async ({ params: { person }, db, actor, context, t, now }) => {
  const { id, given_name, family_name, status } = await getAccount(db, actor, person, { now })
  const name = `${given_name} ${family_name}`
  return { title: titleOf(context, t, t('admin.invitation.title', { name })), id, name, status }
})

/** Makes the link and shows it in the answer itself: it is stored nowhere, so no later page could. */
export const action = defineAction({ allow: ['admin'], params }, async ({ tx, actor, params: { person }, request, context, house, now, after }) => {
  const invitation = await createInvitation(tx, actor, { person_id: person }, { now })
  if (invitation === 'deactivated') return data({ link: null, expires_at: null }, { status: 409 })
  after(() => house.log.info('invitation_created', { request_id: context.requestId, authority_id: actor.authority_id }))
  return data({ link: new URL(paths.invitation(invitation.token), request.url).href, expires_at: invitation.expires_at }, { status: 201 })
})

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function PersonInvitation() {
  const t = useT()
  const { id, name, status } = usePageData<typeof loader>()
  const made = useActionResult<typeof action>()
  const title = t('admin.invitation.title', { name })
  return (
    <Page
      title={title}
      lead={t('admin.invitation.lead', { name })}
      crumbs={[{ label: t('admin.people.title'), href: paths.people() }, { label: name, href: paths.person(id) }, { label: title }]}
      width="narrow"
      gap="l"
    >
      {made?.link == null ? <BeforeLink id={id} name={name} status={status} /> : <Link id={id} name={name} link={made.link} expiresAt={made.expires_at} />}
    </Page>
  )
}

const BeforeLink = ({ id, name, status }: { id: string; name: string; status: string }) => {
  const t = useT()
  if (status === 'deactivated')
    return (
      <Alert kind="warning" title={t('admin.invitation.deactivated')}>
        <p>
          <a href={paths.person(id)}>{t('admin.invitation.back', { name })}</a>
        </p>
      </Alert>
    )
  return (
    <>
      <p>{t('admin.invitation.before')}</p>
      {status === 'active' ? <p>{t('admin.invitation.existing', { name })}</p> : null}
      <form className="l-cluster" method="post" action={paths.personInvitation(id)}>
        <Button>{t('admin.invitation.create')}</Button>
        <a href={paths.person(id)}>{t('admin.invitation.back', { name })}</a>
      </form>
    </>
  )
}

const Link = ({ id, name, link, expiresAt }: { id: string; name: string; link: string; expiresAt: string }) => {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <Alert kind="success" title={t('admin.invitation.readyTitle')} headingLevel={2}>
        <p>{t('admin.invitation.once', { time: format.dateTime(new Date(expiresAt), { dateStyle: 'long', timeStyle: 'short' }) })}</p>
      </Alert>
      <TextField label={t('admin.invitation.link')} name="link" type="url" defaultValue={link} autoComplete="off" />
      <p>
        <ButtonLink href={paths.person(id)} variant="secondary">
          {t('admin.invitation.back', { name })}
        </ButtonLink>
      </p>
    </>
  )
}
