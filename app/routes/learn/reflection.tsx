import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { z } from 'zod'
import { OWN_PAGE_KINDS } from '#app/content/items/item.ts'
import { getModule, itemParams } from '#app/domain/catalogue/place.ts'
import { shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { deleteReflection } from '#app/domain/progress/delete-reflection.server.ts'
import { findReflections } from '#app/domain/progress/queries.server.ts'
import { saveReflection } from '#app/domain/progress/save-reflection.server.ts'
import { NotFound } from '#app/domain/refusals.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { refuseForm, titleOf } from '#app/http/refuse-form.server.ts'
import { useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { InlineText } from '#app/ui/items/inline-text.tsx'
import { questionOf } from '#app/ui/items/question-of.ts'
import { crumbsTo } from '#app/ui/learn/crumbs-to.ts'
import { moduleText } from '#app/ui/learn/step-title.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextAreaField } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { PrivateLine } from '#app/ui/private-line.tsx'

/** Long texts are refused by the domain with a sentence, not here with a code. */
const input = z.object({ text: z.string().default(''), delete: z.string().optional() })

export const loader = defineLoader({ allow: ['learner'], params: itemParams }, async ({ db, actor, house, context, params, language, t }) => {
  const { course, module } = getModule(house.catalogue, params)
  const { items } = moduleText(course, module, language)
  const item = Object.hasOwn(items, params.item) ? items[params.item] : undefined
  if (item === undefined) throw new NotFound()
  const kept = (await findReflections(db, actor, course.id, module.id)).get(params.item)
  return {
    documentTitle: titleOf(context, t, t('learn.reflectionTitle')),
    title: t('learn.reflectionTitle'),
    question: item.kind === 'critical-incident' && item.follow_up !== undefined ? item.follow_up : questionOf(item),
    lang: shownLanguage(course, language),
    text: kept?.text ?? '',
    crumbs: crumbsTo(t, course, module),
    address: paths.reflection(course.slug, module.slug, params.item),
  }
})

/** Keeps or deletes a private text, because the person asked for it. */
export const action = defineAction({ allow: ['learner'], params: itemParams, input }, async ({ tx, actor, house, context, params, input, form, now }) => {
  const { course, module } = getModule(house.catalogue, params)
  const item = module.items.find(({ id }) => id === params.item)
  if (item === undefined) throw new NotFound()
  const place = { course_id: course.id, module_id: module.id, item_id: item.id }
  const outcome = input.delete === undefined ? await saveReflection(tx, actor, place, { text: input.text, now }) : await deleteReflection(tx, actor, place)
  if (outcome === 'empty' || outcome === 'too_long') return refuseForm(context, { problems: { text: outcome }, values: form })
  const anchor = `item-${item.id}-${outcome === 'saved' ? 'saved' : 'private'}`
  return redirect(OWN_PAGE_KINDS.has(item.kind) ? paths.item(course.slug, module.slug, item.id, anchor) : paths.module(course.slug, module.slug, anchor), 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? '' }]

/** Shown when a note could not be kept: what it answers, and the text is still there. */
export default function ReflectionPage() {
  const language = useLanguage()
  const { title, question, lang, text, crumbs, address } = usePageData<typeof loader>()
  const refusal = useActionResult<typeof action>()
  const t = useT()
  const problem = refusal?.problems['text']
  const isStored = text !== ''
  const empty = isStored ? 'learn.reflectionEmpty' : 'learn.reflectionNothing'
  const sentence = problem === undefined ? undefined : t(problem === 'too_long' ? 'learn.reflectionTooLong' : empty)
  return (
    <Page title={title} width="narrow" gap="l" crumbs={[...crumbs, { label: title }]}>
      <p lang={lang === language ? undefined : lang}>
        <InlineText text={question} />
      </p>
      {sentence === undefined ? null : <ErrorSummary problems={[{ field: 'text', message: sentence }]} />}
      <form className="l-stack" method="post" action={address}>
        <TextAreaField label={title} name="text" rows={10} defaultValue={String(refusal?.values['text'] ?? text)} error={sentence} />
        <PrivateLine>{t('learn.privateOnWish')}</PrivateLine>
        <div className="l-cluster">
          <Button>{t('item.reflection.save')}</Button>
          {isStored ? (
            <Button variant="tertiary" name="delete" value="1">
              {t('item.reflection.delete')}
            </Button>
          ) : null}
        </div>
      </form>
    </Page>
  )
}
