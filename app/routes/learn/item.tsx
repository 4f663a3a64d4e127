import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { z } from 'zod'
import { OWN_PAGE_KINDS } from '#app/content/items/item.ts'
import { shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { getModule, itemParams } from '#app/domain/catalogue/place.ts'
import { listItemViews } from '#app/domain/progress/item-views.server.ts'
import { findCourseProgress } from '#app/domain/progress/queries.server.ts'
import { standingOf } from '#app/domain/progress/standing.ts'
import { takeAnswer } from '#app/domain/progress/take-answer.server.ts'
import { NotFound } from '#app/domain/refusals.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { noteProblem, titleOf } from '#app/http/refuse-form.server.ts'
import { useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { newId } from '#app/platform/ids.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { crumbsTo } from '#app/ui/learn/crumbs-to.ts'
import { OwnItem } from '#app/ui/learn/own-item.tsx'
import { itemName, moduleText } from '#app/ui/learn/step-title.ts'
import { Pager } from '#app/ui/pager.tsx'

const query = z.object({ retry: z.string().optional(), notice: z.enum(['elsewhere', 'already_recorded']).optional().catch(undefined) })

/** Items that stand on a page of their own: situations and conversations. All others are part of their module's page. */
export const loader = defineLoader(
  { allow: ['learner'], params: itemParams, query },
  async ({ db, actor, house, params, query, language, now, context, t }) => {
    const { catalogue } = house
    const { course, module } = getModule(catalogue, params)
    const item = module.items.some(({ id }) => id === params.item) ? moduleText(course, module, language).items[params.item] : undefined
    if (item === undefined) throw new NotFound()
    if (!OWN_PAGE_KINDS.has(item.kind)) return redirect(paths.module(course.slug, module.slug, `item-${item.id}`))
    const title = itemName(t, module, moduleText(course, module, language), item.id)
    return {
      course,
      module,
      item,
      now,
      title,
      documentTitle: titleOf(context, t, title),
      view: (await listItemViews(db, actor, { catalogue, course, module, language }))[item.id],
      standing: standingOf(course, await findCourseProgress(db, actor, course.id)),
      event_id: newId(),
      retry: query.retry === item.id,
      notice: query.notice,
    }
  },
)

/** Takes one rating or one decision. */
export const action = defineAction({ allow: ['learner'], params: itemParams }, async ({ tx, actor, house, params, form, language, now, context }) => {
  const { course, module } = getModule(house.catalogue, params)
  const taken = await takeAnswer(tx, actor, { catalogue: house.catalogue, course, module, language }, { ...form, item: params.item }, now)
  if ('problem' in taken) {
    noteProblem(context)
    return data({ item_id: taken.item_id, problem: taken.problem }, { status: 422 })
  }
  const notice = taken.elsewhere ? 'elsewhere' : undefined
  const anchor = notice === undefined ? `result-${taken.item_id}` : `item-${taken.item_id}-notice`
  return redirect(paths.item(course.slug, module.slug, taken.item_id, anchor, { notice }), 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? '' }]

export default function ItemPage() {
  const { course, module, item, title, view, event_id, retry, notice, now, standing } = usePageData<typeof loader>()
  const refusal = useActionResult<typeof action>()
  const [t, language] = [useT(), useLanguage()]
  const shown = shownLanguage(course, language)
  const following = nextAfter(
    module.items.map(({ id }) => id),
    item.id,
    standing.modules.find(({ id }) => id === module.id)?.missing.map(({ id }) => id) ?? [],
  )
  const text = moduleText(course, module, language)
  return (
    <div className={item.kind === 'dialogue' ? 'l-wrap l-stack l-stack--l' : 'l-wrap l-narrow l-stack l-stack--l'}>
      <div>
        <Crumbs crumbs={[...crumbsTo(t, course, module), { label: t(item.kind === 'dialogue' ? 'learn.dialogueCrumb' : 'learn.itemCrumb') }]} />
        <div className="l-stack l-stack--s">
          <p className="t-kicker" id="item-step" data-refresh>
            {item.kind === 'dialogue'
              ? t('learn.dialogueKicker', { minutes: Math.ceil(item.minutes) })
              : t('learn.situationKicker', { step: view?.saved_at == null || retry ? 1 : 2 })}
          </p>
          <h1 lang={shown === language ? undefined : shown}>{title}</h1>
        </div>
      </div>
      <div lang={shown === language ? undefined : shown}>
        <OwnItem
          {...{ course, module, item, view, retry, now }}
          eventId={event_id}
          action={paths.item(course.slug, module.slug, item.id)}
          problem={refusal?.problem ?? null}
          notice={notice === undefined ? undefined : t(notice === 'elsewhere' ? 'item.rate.elsewhere' : 'learn.alreadySaved')}
          headingLevel={2}
        />
      </div>
      <Pager
        label={t('learn.modulePager')}
        previous={{
          href: paths.module(course.slug, module.slug, `item-${item.id}`),
          label: t('learn.stepModule', { number: module.number }),
          kicker: t('learn.back'),
        }}
        next={
          following === undefined
            ? { href: paths.module(course.slug, module.slug, 'module-end'), label: t('learn.stepFinish', { number: module.number }) }
            : { href: paths.item(course.slug, module.slug, following), label: itemName(t, module, text, following) }
        }
      />
    </div>
  )
}

/** The next open item after this one, or the first open one before it. */
const nextAfter = (all: readonly string[], here: string, open: readonly string[]): string | undefined => {
  const at = all.indexOf(here)
  return [...all.slice(at + 1), ...all.slice(0, at)].find((id) => open.includes(id))
}
