import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionResult, usePageData } from '#app/http/page-data.ts'
import { z } from 'zod'
import { type LearnerItemOf, OWN_PAGE_KINDS } from '#app/content/items/item.ts'
import { shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { getModule, moduleParams } from '#app/domain/catalogue/place.ts'
import { type ItemView, listItemViews } from '#app/domain/progress/item-views.server.ts'
import { findCourseProgress } from '#app/domain/progress/queries.server.ts'
import { standingOf } from '#app/domain/progress/standing.ts'
import { takeAnswer } from '#app/domain/progress/take-answer.server.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { noteProblem, titleOf } from '#app/http/refuse-form.server.ts'
import { useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { newId } from '#app/platform/ids.server.ts'
import { Alert } from '#app/ui/alert.tsx'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { ItemCard } from '#app/ui/items/item-card.tsx'
import { ModuleEnd } from '#app/ui/learn/module-end.tsx'
import { OwnItem } from '#app/ui/learn/own-item.tsx'
import { moduleText } from '#app/ui/learn/step-title.ts'
import { ModuleBody } from '#app/ui/module-body.tsx'
import { Pager } from '#app/ui/pager.tsx'

const query = z.object({
  /** The item whose form is wished again. */
  retry: z.string().optional(),
  /** What just happened, said above the text. */
  notice: z.enum(['elsewhere', 'already_recorded', 'refused']).optional().catch(undefined),
  /** The module that was just completed. */
  done: z.string().optional(),
})

export const loader = defineLoader(
  { allow: ['learner'], params: moduleParams, query },
  async ({ db, actor, house, params, query, language, now, context, t }) => {
    const { catalogue } = house
    const { course, module } = getModule(catalogue, params)
    const shown = shownLanguage(course, language)
    return {
      course,
      module,
      now,
      documentTitle: titleOf(context, t, `${module.number} ${moduleText(course, module, language).title}`),
      views: await listItemViews(db, actor, { catalogue, course, module, language }),
      standing: standingOf(course, await findCourseProgress(db, actor, course.id)),
      glossary: catalogue.glossary[shown] ?? {},
      event_ids: Object.fromEntries([...module.items.map(({ id }) => id), 'module-end'].map((id) => [id, newId()])),
      retry: query.retry,
      notice: query.notice,
      done: course.modules.find(({ id }) => id === query.done)?.number,
    }
  },
)

/** Takes the answer to one item of the module. */
export const action = defineAction({ allow: ['learner'], params: moduleParams }, async ({ tx, actor, house, params, form, language, now, context }) => {
  const { course, module } = getModule(house.catalogue, params)
  const taken = await takeAnswer(tx, actor, { catalogue: house.catalogue, course, module, language }, form, now)
  if ('problem' in taken) {
    noteProblem(context)
    return data({ item_id: taken.item_id, problem: taken.problem }, { status: 422 })
  }
  if (taken.course_completed) return redirect(paths.courseCompletion(course.slug), 303)
  const notice = taken.elsewhere ? 'elsewhere' : taken.outcome === 'already_recorded' ? 'already_recorded' : undefined
  return redirect(paths.module(course.slug, module.slug, `item-${taken.item_id}`, { notice }), 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? '' }]

export default function ModulePage() {
  const page = usePageData<typeof loader>()
  const refusal = useActionResult<typeof action>()
  const [t, language] = [useT(), useLanguage()]
  const { course, module, standing, views, event_ids } = page
  const text = moduleText(course, module, language)
  const here = paths.module(course.slug, module.slug)
  const at = course.modules.findIndex(({ id }) => id === module.id)
  const [before, after] = [course.modules[at - 1], course.modules[at + 1]]

  const renderItem = (id: string) => {
    const item = text.items[id]
    if (item === undefined) return null
    if (OWN_PAGE_KINDS.has(item.kind)) {
      return (
        <ItemCard
          item={item as LearnerItemOf<'critical-incident' | 'dialogue'>}
          state={stateOf(views[id])}
          href={paths.item(course.slug, module.slug, id)}
          headingLevel={3}
        />
      )
    }
    const problem = refusal?.item_id === id ? refusal.problem : null
    return (
      <OwnItem
        {...{ course, module, item, problem }}
        view={views[id]}
        eventId={event_ids[id] ?? ''}
        action={here}
        retry={page.retry === id}
        headingLevel={3}
        now={page.now}
      />
    )
  }

  return (
    <div className="l-wrap">
      <Crumbs
        crumbs={[
          { label: t('learn.catalogueTitle'), href: paths.courses() },
          { label: t('learn.courseKicker', { number: course.number }), href: paths.course(course.slug) },
          { label: t('learn.stepModule', { number: module.number }) },
        ]}
      />
      {page.done === undefined ? null : <Alert kind="success" title={t('learn.moduleDoneNow', { number: page.done })} />}
      {page.notice === undefined || page.notice === 'refused' ? null : (
        <Alert kind="info" title={t(page.notice === 'elsewhere' ? 'learn.otherWindow' : 'learn.alreadySaved')} />
      )}
      <ModuleBody
        text={text}
        courseNumber={course.number}
        number={module.number}
        minutes={module.minutes}
        language={shownLanguage(course, language)}
        renderItem={renderItem}
        glossary={page.glossary}
        figureUrl={(file) => paths.figure(course.slug, course.revision, file)}
      >
        <ModuleEnd course={course} module={module} standing={standing} eventId={event_ids['module-end'] ?? ''} refused={page.notice === 'refused'} />
        <Pager
          label={t('learn.modulePager')}
          previous={
            before === undefined
              ? undefined
              : { href: paths.module(course.slug, before.slug), label: `${before.number} ${moduleText(course, before, language).title}` }
          }
          next={
            after === undefined
              ? undefined
              : { href: paths.module(course.slug, after.slug), label: `${after.number} ${moduleText(course, after, language).title}` }
          }
        />
      </ModuleBody>
    </div>
  )
}

/** A conversation that has begun but not ended is neither open nor done. */
const stateOf = (view: ItemView | undefined): 'open' | 'started' | 'done' => {
  if (view?.saved_at == null) return 'open'
  return view.feedback?.kind === 'dialogue' && view.feedback.ending === null ? 'started' : 'done'
}
