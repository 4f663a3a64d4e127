import type { MetaFunction } from '@remix-run/node'
import { usePageData } from '#app/http/page-data.tsx'
import { z } from 'zod'
import { listOrgUnits, listPeople, PAGE_SIZE } from '#app/domain/organisation/queries.server.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { AccountBadge } from '#app/ui/account/account-badge.tsx'
import { EmailText } from '#app/ui/account/email-text.tsx'
import { inOrder } from '#app/ui/account/roles-in-order.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { Paging } from '#app/ui/paging.tsx'
import { DataTable } from '#app/ui/table.tsx'

const query = z.object({
  name: z.string().trim().max(200).catch(''),
  unit: z.string().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

export const loader = defineLoader({ allow: ['admin'], query }, async ({ query: { name, unit, page }, db, actor, context, t, now }) => ({
  title: titleOf(context, t, t('admin.people.title')),
  filter: { name, unit },
  units: await listOrgUnits(db, actor),
  page_size: PAGE_SIZE,
  ...(await listPeople(db, actor, { name, page, ...(unit !== '' && { unit }) }, { now })),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function People() {
  const t = useT()
  const { filter, units, people, total, page, pages, page_size } = usePageData<typeof loader>()
  const from = (page - 1) * page_size + 1
  return (
    <Page
      title={t('admin.people.title')}
      meta={t('admin.people.lead')}
      actions={<ButtonLink href={paths.newPerson()}>{t('admin.people.create')}</ButtonLink>}
      gap="l"
    >
      <form className="wb-panel" method="get" action={paths.people()}>
        <search className="l-stack" aria-label={t('admin.people.filter')}>
          <div className="wb-filter">
            <TextField label={t('admin.people.name')} name="name" type="search" defaultValue={filter.name} autoComplete="off" />
            <SelectField
              label={t('admin.people.unit')}
              name="unit"
              options={[{ value: '', label: t('admin.people.all') }, ...units.map(({ id, name }) => ({ value: id, label: name }))]}
              defaultValue={filter.unit}
            />
          </div>
          <div className="l-cluster">
            <Button variant="secondary">{t('admin.people.show')}</Button>
            {filter.name === '' && filter.unit === '' ? null : <a href={paths.people()}>{t('admin.people.reset')}</a>}
          </div>
        </search>
      </form>
      {total === 0 ? (
        <Empty title={t('admin.people.emptyTitle')} kind="lost" action={{ href: paths.people(), label: t('admin.people.reset') }}>
          {t('admin.people.empty')}
        </Empty>
      ) : (
        <>
          <p role="status">
            <b>{t('admin.people.count', { total })}</b>, {t('admin.people.shown', { from, to: from + people.length - 1 })}
          </p>
          <DataTable
            caption={t('admin.people.caption')}
            rows={people}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                label: t('admin.people.nameColumn'),
                rowHeader: true,
                cell: (person) => <a href={paths.person(person.id)}>{`${person.family_name}, ${person.given_name}`}</a>,
              },
              { key: 'email', label: t('admin.people.email'), cell: ({ email }) => <EmailText email={email} /> },
              { key: 'unit', label: t('admin.people.unit'), cell: ({ org_unit }) => org_unit },
              { key: 'profile', label: t('admin.people.profile'), cell: ({ role_profile }) => t(`admin.roleProfile.${role_profile}`) },
              {
                key: 'roles',
                label: t('admin.people.roles'),
                cell: ({ roles }) =>
                  roles.length === 0
                    ? t('admin.people.onlyLearning')
                    : inOrder(roles)
                        .map((role) => t(`admin.role.${role}`))
                        .join(', '),
              },
              { key: 'status', label: t('admin.people.status'), cell: ({ status }) => <AccountBadge status={status} /> },
            ]}
          />
          {total > 1 || filter.name !== '' || filter.unit !== '' ? null : (
            <div className="wb-callout l-stack l-stack--s">
              <p>{t('admin.people.alone')}</p>
              <p className="l-cluster">
                <a href={paths.newPerson()}>{t('admin.people.create')}</a>
                <a href={paths.peopleImports()}>{t('admin.people.importList')}</a>
              </p>
            </div>
          )}
          <Paging page={page} pages={pages} href={(number) => paths.people({ ...filter, page: String(number) })} />
        </>
      )}
    </Page>
  )
}
