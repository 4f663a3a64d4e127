import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { z } from 'zod'
import { COUNTING_KINDS, type ItemKind, type LearnerItemOf, OWN_PAGE_KINDS } from '#app/content/items/item.ts'
import { shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { getModule, moduleParams } from '#app/domain/catalogue/place.ts'
import { blocksOf, placeNotes } from '#app/domain/notes/place-notes.ts'
import { listNotesOf } from '#app/domain/notes/queries.server.ts'
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
import { notesInText } from '#app/ui/notes/module-notes.tsx'
import { Pager } from '#app/ui/pager.tsx'

const query = z.object({
  /** The item whose form is wished again. */
  retry: z.string().optional(),
  /** What just happened, said above the text. */
  notice: z.enum(['elsewhere', 'elsewhere_version', 'elsewhere_status', 'elsewhere_practice', 'already_recorded', 'refused']).optional().catch(undefined),
  /** The item it happened to: then it is said there. */
  about: z.string().optional(),
  /** The module that was just completed. */
  done: z.string().optional(),
  /** Every block offers a place for a note; `note` is the block or the note whose form is open. */
  notes: z.literal('on').optional().catch(undefined),
  note: z.string().optional(),
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
      about: query.about,
      done: course.modules.find(({ id }) => id === query.done)?.number,
      notes: {
        shown,
        placed: placeNotes(await listNotesOf(db, actor, { course_id: course.id, module_id: module.id }), blocksOf(module), shown),
        writing: query.notes === 'on',
        opened: query.note,
        newId: newId(),
      },
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
  const kind = module.items.find(({ id }) => id === taken.item_id)?.kind
  const notice = taken.elsewhere ? elsewhere(kind) : taken.outcome === 'already_recorded' ? 'already_recorded' : undefined
  const about = notice === undefined ? undefined : taken.item_id
  const anchor = notice === undefined ? `result-${taken.item_id}` : `item-${taken.item_id}-notice`
  return redirect(paths.module(course.slug, module.slug, anchor, { notice, about }), 303)
})

/** What to say where another window answered too: only answers that count compete for the better one. */
const elsewhere = (kind: ItemKind | undefined) => {
  if (kind === 'rewrite') return 'elsewhere_version'
  if (kind === 'transfer') return 'elsewhere_status'
  return kind === undefined || COUNTING_KINDS.has(kind) ? 'elsewhere' : 'elsewhere_practice'
}

const NOTICES = {
  elsewhere: 'learn.otherWindow',
  elsewhere_version: 'item.rewrite.elsewhere',
  elsewhere_status: 'item.transfer.elsewhere',
  elsewhere_practice: 'item.rate.elsewhere',
  already_recorded: 'learn.alreadySaved',
} as const

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

  const said = page.notice === undefined || page.notice === 'refused' ? undefined : t(NOTICES[page.notice])

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
        notice={page.about === id ? said : undefined}
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
      {said === undefined || page.about !== undefined ? null : <Alert kind="info" title={said} />}
      <ModuleBody
        text={text}
        courseNumber={course.number}
        number={module.number}
        minutes={module.minutes}
        readingMinutes={module.reading_minutes}
        notes={notesInText({ course, module, text, ...page.notes })}
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
