import { type MetaFunction, redirect } from '@remix-run/node'
import { z } from 'zod'
import { OWN_PAGE_KINDS } from '#app/content/items/item.ts'
import { shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { getModule, itemParams } from '#app/domain/catalogue/place.ts'
import { versionsOf } from '#app/domain/progress/item-tally.ts'
import { listOwnFlags } from '#app/domain/progress/queries.server.ts'
import { raiseFlag } from '#app/domain/progress/raise-flag.server.ts'
import { withdrawFlag } from '#app/domain/progress/withdraw-flag.server.ts'
import { NotFound } from '#app/domain/refusals.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { refuseForm, titleOf } from '#app/http/refuse-form.server.ts'
import { useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { Alert } from '#app/ui/alert.tsx'
import { crumbsTo } from '#app/ui/learn/crumbs-to.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FlagForm } from '#app/ui/items/flag-form.tsx'
import { FlagList } from '#app/ui/items/flag-list.tsx'
import { InlineText } from '#app/ui/items/inline-text.tsx'
import { questionOf } from '#app/ui/items/question-of.ts'
import { itemName, moduleText } from '#app/ui/learn/step-title.ts'
import { Page } from '#app/ui/page.tsx'

const query = z.object({ done: z.enum(['raised', 'withdrawn']).optional().catch(undefined) })
/** What does not fit is refused by the domain with a sentence, not here with a code. */
const input = z.object({
  reason: z.string().catch(''),
  comment: z.string().catch(''),
  version: z.string().catch(''),
  withdraw: z.string().optional().catch(''),
})

/** A hint about an item: the question once more, the form, and what this person has said about it so far. */
export const loader = defineLoader({ allow: ['learner'], params: itemParams, query }, async ({ db, actor, house, params, query, language, context, t }) => {
  const { course, module } = getModule(house.catalogue, params)
  const text = moduleText(course, module, language)
  const item = Object.hasOwn(text.items, params.item) ? text.items[params.item] : undefined
  if (item === undefined) throw new NotFound()
  const place = { course_id: course.id, module_id: module.id, item_id: item.id }
  const versions = versionsOf(module, item.id)
  const here = OWN_PAGE_KINDS.has(item.kind) ? paths.item(course.slug, module.slug, item.id) : paths.module(course.slug, module.slug, `item-${item.id}`)
  return {
    documentTitle: titleOf(context, t, t('statistics.flag.title')),
    done: query.done,
    name: itemName(t, module, text, item.id),
    question: questionOf(item),
    lang: shownLanguage(course, language),
    version: item.version,
    crumbs: crumbsTo(t, course, module),
    back: here,
    action: paths.flag(course.slug, module.slug, item.id),
    flags: (await listOwnFlags(db, actor, place)).map(({ reason, item_version, comment, raised_at }) => ({
      ...{ reason, version: item_version, comment },
      day: dateInBerlin(raised_at),
      earlier: !versions.includes(item_version),
    })),
  }
})

/** Sends a hint, or takes one back. */
export const action = defineAction({ allow: ['learner'], params: itemParams, input }, async ({ tx, actor, house, context, params, input, form, now }) => {
  const { course, module } = getModule(house.catalogue, params)
  if (!module.items.some(({ id }) => id === params.item)) throw new NotFound()
  const { reason, comment, version, withdraw } = input
  if (withdraw !== undefined) {
    await withdrawFlag(tx, actor, { course_id: course.id, module_id: module.id, item_id: params.item }, { reason: withdraw, version })
    return redirect(paths.flag(course.slug, module.slug, params.item, { done: 'withdrawn' }), 303)
  }
  const outcome = await raiseFlag(tx, actor, { course, module, item_id: params.item }, { reason, comment, version, now })
  if (outcome === 'choose_reason' || outcome === 'comment_too_long' || outcome === 'item_changed')
    return refuseForm(context, { problems: { [FIELD[outcome]]: outcome }, values: form })
  return redirect(paths.flag(course.slug, module.slug, params.item, { done: 'raised' }), 303)
})

/** The field that each problem belongs to; a changed item is nobody's mistake. */
const FIELD = { choose_reason: 'reason', comment_too_long: 'comment', item_changed: '' } as const

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? '' }]

export default function ItemFlag() {
  const t = useT()
  const language = useLanguage()
  const { done, name, question, lang, version, crumbs, back, action: address, flags } = usePageData<typeof loader>()
  const refusal = useActionResult<typeof action>()
  const problems = refusal?.problems ?? {}
  const sentence = (field: '' | 'reason' | 'comment') => (problems[field] === undefined ? undefined : t(`statistics.flag.problem.${SENTENCE[field]}`))
  const typed = (field: string) => [refusal?.values[field] ?? []].flat()[0]
  const changed = sentence('')
  return (
    <Page
      title={t('statistics.flag.title')}
      lead={t('statistics.flag.lead')}
      width="narrow"
      gap="l"
      crumbs={[...crumbs, { label: t('statistics.flag.title') }]}
    >
      {done === undefined || refusal !== undefined ? null : <Alert kind="success" title={t(`statistics.flag.${done}`)} />}
      {changed === undefined ? null : <Alert kind="warning" title={changed} />}
      <ErrorSummary
        problems={(['reason', 'comment'] as const).flatMap((field) => {
          const message = sentence(field)
          return message === undefined ? [] : [{ field, message }]
        })}
      />
      <section className="wb-panel l-stack l-stack--s" aria-labelledby="question">
        <h2 className="t-h4" id="question">
          {t('statistics.flag.question')}
        </h2>
        <p className="t-kicker">{name}</p>
        <p lang={lang === language ? undefined : lang}>
          <InlineText text={question} />
        </p>
        <p>
          <a href={back}>{t('statistics.flag.back')}</a>
        </p>
      </section>
      <FlagForm
        action={address}
        version={version}
        reason={typed('reason')}
        comment={typed('comment') ?? ''}
        problems={{ reason: sentence('reason'), comment: sentence('comment') }}
      />
      <FlagList flags={flags} action={address} />
    </Page>
  )
}

const SENTENCE = { '': 'item_changed', reason: 'choose_reason', comment: 'comment_too_long' } as const
