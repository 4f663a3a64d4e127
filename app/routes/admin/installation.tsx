import { data, type MetaFunction, redirect } from '@remix-run/node'
import { z } from 'zod'
import { type InstallationDetails, isReviewDue, missingDetails, parseDetails, unconfirmedDetails, withDefaults } from '#app/domain/installation/details.ts'
import { findInstallation, getOwnInstallation, isOperator } from '#app/domain/installation/queries.server.ts'
import { saveInstallation } from '#app/domain/installation/save-installation.server.ts'
import { firstValue } from '#app/http/form.server.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { refuseForm, titleOf } from '#app/http/refuse-form.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { listOf, textOf } from '#app/ui/account/values.ts'
import { Alert } from '#app/ui/alert.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { INSTALLATION_FIELDS, InstallationFields, type TypedDetails, withFieldNames } from '#app/ui/legal/installation-fields.tsx'
import { InstallationState, StoredMeanwhile } from '#app/ui/legal/installation-state.tsx'
import { OperatorOnly } from '#app/ui/legal/operator-only.tsx'
import { problemsOf } from '#app/ui/legal/problems.ts'
import { Page } from '#app/ui/page.tsx'
import { dateAndTime } from '#app/ui/report/short-date.ts'

export const loader = defineLoader(
  { allow: ['admin'], query: z.object({ done: z.enum(['saved']).optional().catch(undefined) }) },
  async ({ query, db, actor, context, t, now }) => {
    if (!(await isOperator(db, actor))) {
      const other = await findInstallation(db)
      return data({ title: titleOf(context, t, t('legal.operatorOnly.title')), operator: other?.operator ?? null, own: null }, { status: 403 })
    }
    const { details, changed_at, operator } = await getOwnInstallation(db, actor)
    const own = {
      details,
      changed_at,
      done: query.done ?? null,
      missing: missingDetails(details),
      unconfirmed: unconfirmedDetails(details),
      reviewDue: isReviewDue(details, dateInBerlin(now)) ? details.reviewed_on : null,
    }
    return data({ title: titleOf(context, t, t('legal.installation.title')), operator, own })
  },
)

export const action = defineAction({ allow: ['admin'] }, async ({ tx, actor, form, context, house, now, after }) => {
  await getOwnInstallation(tx, actor)
  const parsed = parseDetails(form, dateInBerlin(now))
  if ('problems' in parsed) return refuseForm(context, { problems: parsed.problems, values: form })
  const saved = await saveInstallation(tx, actor, { details: parsed.details, seen: firstValue(form, 'seen') ?? '', now })
  if (saved === 'changed_meanwhile') return refuseForm(context, { problems: { '': saved }, values: form })
  after(() => house.log.info('installation_changed', { request_id: context.requestId, authority_id: actor.authority_id }))
  return redirect(paths.installation('saved'), { status: 303 })
})

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function InstallationPage() {
  const t = useT()
  const format = useFormat()
  const { operator, own } = usePageData<typeof loader>()
  const refused = useActionResult<typeof action>()
  if (own === null) return <OperatorOnly operator={operator} />
  const stored = asTyped(withDefaults(own.details))
  const conflict = refused?.problems[''] === 'changed_meanwhile'
  const values = refused === undefined ? stored : typedIn(refused.values)
  const problems = problemsOf(t, refused, INSTALLATION_FIELDS)
  const pages = [
    { href: paths.imprint(), label: t('legal.imprint.title') },
    { href: paths.privacy(), label: t('legal.privacy.title') },
    { href: paths.accessibility(), label: t('legal.accessibility.title') },
  ]
  return (
    <Page
      title={t('legal.installation.title')}
      lead={t('legal.installation.lead')}
      meta={t('legal.installation.last', { date: dateAndTime(format, own.changed_at) })}
      width="narrow"
    >
      <div className="l-stack l-stack--l">
        <ErrorSummary problems={withFieldNames(t, problems)} />
        {conflict ? <StoredMeanwhile stored={differences(stored, values).map((name) => ({ name, text: String(stored[name]) }))} /> : null}
        {own.done === null || refused !== undefined ? null : (
          <Alert kind="success" title={t('legal.installation.savedTitle')}>
            <p>{t('legal.installation.saved')}</p>
          </Alert>
        )}
        <p>
          {t('legal.installation.see')}{' '}
          {pages.map(({ href, label }, position) => (
            <span key={href}>
              {position === 0 ? '' : ' · '}
              <a href={href}>{label}</a>
            </span>
          ))}
        </p>
        {refused === undefined ? <InstallationState missing={own.missing} unconfirmed={own.unconfirmed} reviewDue={own.reviewDue} /> : null}
      </div>
      <form className="l-stack l-stack--xl wb-long" method="post" action={paths.installation()} noValidate>
        {/* After a conflict was shown, saving again is a decision; any other refusal keeps what the form was filled from. */}
        <input type="hidden" name="seen" value={refused === undefined || conflict ? own.changed_at : textOf(refused.values, 'seen')} />
        <InstallationFields values={values} problems={problems} />
        <div className="l-cluster">
          <Button>{t('legal.installation.save')}</Button>
        </div>
      </form>
    </Page>
  )
}

const asTyped = ({ confirmed, backup_days, answer_days, ...texts }: InstallationDetails): TypedDetails => ({
  ...texts,
  backup_days: backup_days === null ? '' : String(backup_days),
  answer_days: answer_days === null ? '' : String(answer_days),
  confirmed,
})

const typedIn = (form: Parameters<typeof textOf>[0]): TypedDetails =>
  Object.fromEntries(INSTALLATION_FIELDS.map((name) => [name, name === 'confirmed' ? listOf(form, name) : textOf(form, name)])) as unknown as TypedDetails

/** Line ends of a form are not those of the database. */
const differences = (a: TypedDetails, b: TypedDetails) =>
  INSTALLATION_FIELDS.filter((name) => name !== 'confirmed').filter((name) => a[name].trim() !== b[name].replaceAll('\r\n', '\n').trim())
