import { type MetaFunction, redirect } from '@remix-run/node'
import { z } from 'zod'
import { planFingerprint } from '#app/domain/people-import/apply-import.server.ts'
import { chooseColumns } from '#app/domain/people-import/choose-columns.server.ts'
import { IMPORT_FIELDS, type ImportField, missingFields, sharedFields } from '#app/domain/people-import/columns.ts'
import { discardImport } from '#app/domain/people-import/discard-import.server.ts'
import { ROWS_PER_PAGE } from '#app/domain/people-import/limits.ts'
import { isClean, isIdle, PLANNED_KINDS, planImport } from '#app/domain/people-import/plan.ts'
import { findImport, getKnown, type WaitingImport } from '#app/domain/people-import/queries.server.ts'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import type { Actor } from '#app/domain/actor.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { refuseForm, titleOf } from '#app/http/refuse-form.server.ts'
import { NotFound } from '#app/http/refusals.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { textOf } from '#app/ui/account/values.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Page } from '#app/ui/page.tsx'
import { Paging } from '#app/ui/paging.tsx'
import { ChoicesForm } from '#app/ui/people-import/choices-form.tsx'
import { choiceProblems } from '#app/ui/people-import/choice-problems.ts'
import { PlanAlerts } from '#app/ui/people-import/plan-alerts.tsx'
import { PlanTable } from '#app/ui/people-import/plan-table.tsx'
import type { Db } from '#db/types.ts'

const params = z.object({ import: z.string().max(100) })
const query = z.object({
  kind: z.enum(PLANNED_KINDS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  notice: z.enum(['changed']).optional().catch(undefined),
})

export const loader = defineLoader({ allow: rolesWhoSee('account'), params, query }, async ({ db, actor, params, query, context, t, now }) => {
  const waiting = await findImport(db, actor, params.import, { now })
  if (waiting === undefined) throw new NotFound()
  if (waiting === 'expired') throw redirect(paths.peopleImports('expired'))
  const { file, choices, file_name, id, expires_at } = waiting
  return {
    title: titleOf(context, t, t('peopleImport.check.title')),
    ...{ id, file_name, expires_at, choices, notice: query.notice ?? null },
    file: { encoding: file.encoding, delimiter: file.delimiter, headings: file.headings, rows: file.rows.length },
    missing: missingFields(choices.columns),
    plan: missingFields(choices.columns).length > 0 ? null : await shownPlan(db, actor, waiting, query),
  }
})

/** One page of the dry run, and what holds for all of it. */
const shownPlan = async (db: Db, actor: Actor<'admin'>, { file, choices }: WaitingImport, { kind, page }: z.output<typeof query>) => {
  const known = await getKnown(db, actor, file, choices.columns)
  const plan = planImport(file, choices, known)
  const listed = plan.rows.filter((row) => (kind === undefined ? row.kind !== 'unchanged' : row.kind === kind))
  const pages = Math.max(1, Math.ceil(listed.length / ROWS_PER_PAGE))
  const shown = Math.min(page, pages)
  const { counts, new_units, missing, self_missing, last_admin } = plan
  return {
    ...{ counts, new_units, missing, self_missing, last_admin },
    idle: isIdle(plan),
    clean: isClean(plan),
    seen: planFingerprint(plan),
    known_units: plan.rows.some(({ errors }) => errors.some(({ code }) => code === 'unit_unknown')) ? known.units.map(({ name }) => name) : [],
    list: { rows: listed.slice((shown - 1) * ROWS_PER_PAGE, shown * ROWS_PER_PAGE), total: listed.length, page: shown, pages, kind: kind ?? null },
  }
}

const column = z.preprocess(
  (sent) => (sent === '' ? undefined : sent),
  z.coerce.number({ error: 'invalid' }).int('invalid').min(0, 'invalid').max(1000, 'invalid').optional(),
)
const tick = z.literal('yes').optional().catch(undefined)
const input = z.object({
  intent: z.enum(['choose', 'discard'], { error: 'invalid' }),
  ...{ given_name: column, family_name: column, email: column, org_unit: column, role_profile: column, status: column },
  ...{ create_units: tick, deactivate_missing: tick },
})

/** Says which column holds what, or with intent `discard` deletes the file. */
export const action = defineAction(
  { allow: rolesWhoSee('account'), params, input },
  async ({ tx, actor, params, input: { intent, create_units, deactivate_missing, ...sent }, form, context, now }) => {
    const subject = { import_id: params.import }
    if (intent === 'discard') {
      await discardImport(tx, actor, subject)
      return redirect(paths.peopleImports('discarded'), { status: 303 })
    }
    const columns = Object.fromEntries(Object.entries(sent).filter(([, at]) => at !== undefined)) as Partial<Record<ImportField, number>>
    const choices = { columns, create_units: create_units === 'yes', deactivate_missing: deactivate_missing === 'yes' }
    const result = await chooseColumns(tx, actor, subject, choices, { now })
    if (result === 'expired') return redirect(paths.peopleImports('expired'), { status: 303 })
    if (result !== 'done') {
      const fields = result === 'missing' ? missingFields(columns) : sharedFields(columns)
      return refuseForm(context, { problems: Object.fromEntries(fields.map((field) => [field, result])), values: form })
    }
    return redirect(paths.peopleImport(params.import), { status: 303 })
  },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const DELIMITER = { ';': 'semicolon', ',': 'comma', '\t': 'tab' } as const
const ENCODING = { 'utf-8': 'UTF-8', 'windows-1252': 'Windows-1252', 'utf-16': 'UTF-16' } as const

export default function PeopleImport() {
  const t = useT()
  const format = useFormat()
  const { id, file_name, expires_at, file, choices, plan, notice, missing } = usePageData<typeof loader>()
  const refused = useActionResult<typeof action>()
  const unmapped = Object.fromEntries(missing.map((field) => [field, 'missing']))
  const problems = choiceProblems(t, refused?.problems ?? unmapped)
  const typed = refused?.values
  const chosen = (field: ImportField) => (typed === undefined ? String(choices.columns[field] ?? '') : textOf(typed, field))
  const ticked = (name: 'create_units' | 'deactivate_missing') => (typed === undefined ? choices[name] : textOf(typed, name) === 'yes')
  const name = file_name === '' ? t('peopleImport.upload.pasted') : file_name
  const headingOf = (field: ImportField) => {
    const at = choices.columns[field]
    return (at === undefined ? '' : file.headings[at]) || t(`peopleImport.field.${field}`)
  }
  return (
    <Page
      title={t('peopleImport.check.title')}
      lead={t('peopleImport.check.lead')}
      meta={
        <span dir="auto">{t('peopleImport.check.meta', { name, time: format.dateTime(new Date(expires_at), { hour: '2-digit', minute: '2-digit' }) })}</span>
      }
      crumbs={[
        { label: t('admin.people.title'), href: paths.people() },
        { label: t('peopleImport.title'), href: paths.peopleImports() },
        { label: t('peopleImport.check.title') },
      ]}
      gap="l"
    >
      <ErrorSummary problems={problems} />
      <ChoicesForm
        action={paths.peopleImport(id)}
        headings={file.headings}
        values={Object.fromEntries(IMPORT_FIELDS.map((field) => [field, chosen(field)])) as Record<ImportField, string>}
        create_units={ticked('create_units')}
        deactivate_missing={ticked('deactivate_missing')}
        missing={plan?.missing ?? null}
        problems={problems}
      />
      <section className="l-stack" aria-labelledby="read">
        <h2 id="read" className="t-h3">
          {t('peopleImport.check.read')}
        </h2>
        <Facts
          facts={[
            { label: t('peopleImport.check.encoding'), value: ENCODING[file.encoding] },
            { label: t('peopleImport.check.delimiter'), value: t(`peopleImport.check.${DELIMITER[file.delimiter]}`) },
            { label: t('peopleImport.check.rows'), value: format.number(file.rows) },
            { label: t('peopleImport.check.columns'), value: format.number(file.headings.length) },
          ]}
        />
        <p className="t-meta">{t('peopleImport.check.wrong')}</p>
      </section>
      {plan === null || refused !== undefined ? (
        <Discard id={id} />
      ) : (
        <section className="l-stack l-stack--l" aria-labelledby="plan">
          <h2 id="plan">{t('peopleImport.plan.title')}</h2>
          <PlanAlerts {...planFacts(plan)} changed={notice === 'changed'} closes_missing={choices.deactivate_missing} />
          <nav aria-label={t('peopleImport.plan.kinds')}>
            <Facts
              facts={PLANNED_KINDS.filter((kind) => plan.counts[kind] > 0).map((kind) => ({
                label: t(`peopleImport.kind.${kind}`),
                value: (
                  <a href={`${paths.peopleImport(id, { kind })}#plan`} aria-current={plan.list.kind === kind ? 'page' : undefined}>
                    {format.number(plan.counts[kind])}
                    <span className="kern-sr-only"> {t(`peopleImport.kind.${kind}`)}</span>
                  </a>
                ),
              }))}
            />
          </nav>
          {plan.list.kind === null ? null : (
            <p>
              <a href={`${paths.peopleImport(id)}#plan`}>{t('peopleImport.plan.all')}</a>
            </p>
          )}
          {plan.clean && !plan.idle ? <p>{t('peopleImport.plan.roles')}</p> : null}
          <div className="l-cluster">
            {plan.clean && !plan.idle ? (
              <form method="post" action={paths.peopleImportApplication(id)}>
                <input type="hidden" name="seen" value={plan.seen} />
                <Button>{t('peopleImport.plan.apply', { count: changesIn(plan.counts) })}</Button>
              </form>
            ) : null}
            <Discard id={id} />
          </div>
          {plan.list.total === 0 ? null : (
            <>
              <p role="status">
                {t('peopleImport.plan.shown', {
                  from: (plan.list.page - 1) * ROWS_PER_PAGE + 1,
                  to: (plan.list.page - 1) * ROWS_PER_PAGE + plan.list.rows.length,
                  total: plan.list.total,
                })}
              </p>
              <PlanTable rows={plan.list.rows} headingOf={headingOf} />
              <Paging
                page={plan.list.page}
                pages={plan.list.pages}
                href={(page) => `${paths.peopleImport(id, { kind: plan.list.kind ?? undefined, page: String(page) })}#plan`}
              />
            </>
          )}
          <p className="t-meta">{t('peopleImport.plan.trace')}</p>
        </section>
      )}
    </Page>
  )
}

type Plan = NonNullable<Awaited<ReturnType<typeof shownPlan>>>
const planFacts = ({ counts, idle, last_admin, self_missing, new_units, known_units }: Plan) => ({
  counts,
  idle,
  last_admin,
  self_missing,
  new_units,
  known_units,
})
const changesIn = (counts: Plan['counts']) => counts.create + counts.update + counts.move + counts.reactivate + counts.deactivate

const Discard = ({ id }: { id: string }) => {
  const t = useT()
  return (
    <form method="post" action={paths.peopleImport(id)}>
      <input type="hidden" name="intent" value="discard" />
      <Button variant="secondary">{t('peopleImport.plan.discard')}</Button>
    </form>
  )
}
