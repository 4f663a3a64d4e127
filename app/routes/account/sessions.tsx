import type { MetaFunction } from '@remix-run/node'
import { usePageData } from '#app/http/page-data.tsx'
import { z } from 'zod'
import { listSessions } from '#app/domain/identity/queries.server.ts'
import { defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Alert } from '#app/ui/alert.tsx'
import { Button } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { DataTable } from '#app/ui/table.tsx'

export const loader = defineLoader(
  { allow: ['learner'], query: z.object({ done: z.literal('ended').optional().catch(undefined) }) },
  async ({ query, db, actor, context, request, t, now }) => {
    const here = (await viewerOf(context, request))?.session.id
    const sessions = await listSessions(db, actor, { now })
    return {
      title: titleOf(context, t, t('account.sessions.title')),
      ended: query.done === 'ended',
      sessions: sessions.map((session) => ({ ...session, here: session.id === here })),
    }
  },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Sessions() {
  const t = useT()
  const format = useFormat()
  const { ended, sessions } = usePageData<typeof loader>()
  const when = (instant: string) => format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short' })
  const nameOf = (device: string) => (device === '' ? t('account.sessions.unknownDevice') : device)
  return (
    <Page
      title={t('account.sessions.title')}
      lead={t('account.sessions.lead')}
      crumbs={[{ label: t('account.title'), href: paths.account() }, { label: t('account.sessions.title') }]}
      gap="l"
    >
      {ended ? <Alert kind="success" title={t('account.sessions.ended')} /> : null}
      <DataTable
        caption={t('account.sessions.caption')}
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'device',
            label: t('account.sessions.device'),
            rowHeader: true,
            cell: ({ device, here }) => (here ? `${nameOf(device)} (${t('account.sessions.here')})` : nameOf(device)),
          },
          { key: 'since', label: t('account.sessions.since'), cell: ({ created_at }) => when(created_at) },
          { key: 'seen', label: t('account.sessions.lastSeen'), cell: ({ last_seen_at }) => when(last_seen_at) },
          {
            key: 'action',
            label: t('account.sessions.action'),
            cell: ({ id, device, created_at }) => (
              <form method="post" action={paths.sessionEnd(id)}>
                <Button variant="tertiary" about={t('account.sessions.endAbout', { device: nameOf(device), date: when(created_at) })}>
                  {t('account.sessions.end')}
                </Button>
              </form>
            ),
          },
        ]}
      />
      <p className="t-meta">{t('account.sessions.note')}</p>
    </Page>
  )
}
