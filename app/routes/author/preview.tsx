import { data, type MetaFunction } from '@remix-run/node'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { beginTrial, type Trial, tryAnswer } from '#app/domain/assessment/try-answer.ts'
import { findItem, shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { getModule, moduleParams } from '#app/domain/catalogue/place.ts'
import { NotFound } from '#app/domain/refusals.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { firstValue } from '#app/http/form.server.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { noteProblem, titleOf } from '#app/http/refuse-form.server.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { PreviewBanner } from '#app/ui/author/preview-banner.tsx'
import { TrialItem } from '#app/ui/author/trial-item.tsx'
import { ItemCard } from '#app/ui/items/item-card.tsx'
import { moduleText, questionNumber } from '#app/ui/learn/step-title.ts'
import { ModuleBody } from '#app/ui/module-body.tsx'
import { Pager } from '#app/ui/pager.tsx'

/** A module as learners see it. Reads the catalogue alone: nobody's answers are here. */
export const loader = defineLoader({ allow: ['trainer'], params: moduleParams }, async ({ house: { catalogue }, params, language, context, t }) => {
  const { course, module } = getModule(catalogue, params)
  const shown = shownLanguage(course, language)
  const text = moduleText(course, module, language)
  const at = course.modules.indexOf(module)
  const neighbour = (index: number) => {
    const other = course.modules[index]
    return other && { slug: other.slug, title: `${other.number} ${moduleText(course, other, language).title}` }
  }
  return {
    title: titleOf(context, t, t('author.preview.title', { title: text.title })),
    course: { slug: course.slug, number: course.number, revision: course.revision },
    module: { ...module, text: {} },
    text,
    shown,
    trials: Object.fromEntries(
      module.items.flatMap(({ id }) => {
        const item = findItem(catalogue, course, module, id, language)
        return item === undefined ? [] : [[id, beginTrial(item, undefined)]]
      }),
    ) as Readonly<Record<string, Trial>>,
    glossary: catalogue.glossary[shown] ?? {},
    previous: neighbour(at - 1),
    next: neighbour(at + 1),
  }
})

/** Reads, scores and answers like the learner's page, and writes nothing. */
export const action = defineAction({ allow: ['trainer'], params: moduleParams }, async ({ house: { catalogue }, params, form, language, now, context }) => {
  const { course, module } = getModule(catalogue, params)
  const item_id = firstValue(form, 'item') ?? ''
  const item = findItem(catalogue, course, module, item_id, language)
  if (item === undefined) throw new NotFound()
  const trial = tryAnswer(item, form, dateInBerlin(now))
  if (trial.problem !== null) noteProblem(context)
  return data({ item_id, trial }, { status: trial.problem === null ? 200 : 422 })
})

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Preview() {
  const t = useT()
  const { course, module, text, shown, trials, glossary, previous, next } = usePageData<typeof loader>()
  const tried = useActionResult<typeof action>()
  const renderItem = (id: string) => {
    const item = text.items[id]
    const trial = tried?.item_id === id ? tried.trial : trials[id]
    if (item === undefined || trial === undefined) return null
    if (item.kind === 'critical-incident' || item.kind === 'dialogue')
      return <ItemCard item={item} href={paths.previewItem(course.slug, module.slug, id)} state="open" headingLevel={3} />
    return (
      <TrialItem
        item={item}
        trial={trial}
        action={paths.preview(course.slug, module.slug, `item-${id}`)}
        retryHref={paths.preview(course.slug, module.slug, `item-${id}`, { retry: id })}
        headingLevel={3}
        number={module.items.some((known) => known.id === id && known.counts) ? String(questionNumber(module, id)) : undefined}
      />
    )
  }
  return (
    <>
      <PreviewBanner number={module.number} revision={course.revision} endHref={paths.authorCourse(course.slug)} />
      <div className="l-wrap">
        <ModuleBody
          text={text}
          courseNumber={course.number}
          number={module.number}
          minutes={module.minutes}
          readingMinutes={module.reading_minutes}
          language={shown}
          renderItem={renderItem}
          glossary={glossary}
          figureUrl={(file) => paths.figure(course.slug, course.revision, file)}
        >
          <Pager
            label={t('author.preview.modules')}
            previous={previous && { href: paths.preview(course.slug, previous.slug), label: previous.title }}
            next={next && { href: paths.preview(course.slug, next.slug), label: next.title }}
          />
        </ModuleBody>
      </div>
    </>
  )
}
