import { type MetaFunction, redirect } from '@remix-run/node'
import { usePageData } from '#app/http/page-data.tsx'
import { dropHeldForm } from '#app/domain/identity/hold-form.server.ts'
import { fieldsOf } from '#app/http/form.server.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { droppedHeldCookie, heldFormOf } from '#app/http/held-form.server.ts'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { safePath } from '#app/http/safe-path.server.ts'
import { heldHash } from '#app/http/session.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { HiddenFields } from '#app/ui/account/hidden-fields.tsx'
import { Button } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PrivateLine } from '#app/ui/private-line.tsx'

export const loader = defineLoader({ allow: ['learner'] }, async ({ context, request, actor, t }) => {
  const held = await heldFormOf(request, context, actor)
  if (held === undefined) throw redirect(paths.home())
  const fields = fieldsOf(held.body)
  return {
    title: titleOf(context, t, t('identity.held.title')),
    path: safePath(held.path),
    fields,
    // What a person wrote has spaces in it; ids and choices do not.
    texts: fields.map(([, value]) => value).filter((value) => /\S\s+\S/.test(value)),
    created_at: held.created_at,
  }
})

/** Throws the held form away. Sending it needs nothing here: its page takes it as if it had just been typed. */
export const action = defineAction({ allow: ['learner'] }, async ({ tx, actor, context, request }) => {
  const hash = heldHash(context, request)
  if (hash !== undefined) await dropHeldForm(tx, actor, hash)
  return redirect(paths.home(), { status: 303, headers: { 'set-cookie': droppedHeldCookie(context) } })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Held() {
  const t = useT()
  const format = useFormat()
  const { path, fields, texts, created_at } = usePageData<typeof loader>()
  const time = format.dateTime(new Date(created_at), { dateStyle: 'long', timeStyle: 'short' })
  return (
    <Page title={t('identity.held.title')} lead={t('identity.held.lead')} meta={t('identity.held.when', { time })} width="narrow" gap="l">
      {texts.length === 0 ? null : (
        <section className="l-stack">
          <h2 className="t-h4">{t('identity.held.text')}</h2>
          {texts.map((text) => (
            <blockquote key={text}>{text}</blockquote>
          ))}
          <PrivateLine>{t('identity.held.private')}</PrivateLine>
        </section>
      )}
      <div className="l-cluster">
        <form method="post" action={path}>
          <HiddenFields fields={fields} />
          <Button>{t('identity.held.submit')}</Button>
        </form>
        <form method="post" action={paths.heldForm()}>
          <Button variant="tertiary">{t('identity.held.drop')}</Button>
        </form>
      </div>
    </Page>
  )
}
