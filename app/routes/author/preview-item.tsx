import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { z } from 'zod'
import { OWN_PAGE_KINDS } from '#app/content/items/item.ts'
import { beginTrial, tryAnswer } from '#app/domain/assessment/try-answer.ts'
import { findItem, shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { getModule, itemParams } from '#app/domain/catalogue/place.ts'
import { NotFound } from '#app/domain/refusals.ts'
import { dateInBerlin } from '#app/platform/calendar.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { noteProblem, titleOf } from '#app/http/refuse-form.server.ts'
import { useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { PreviewBanner } from '#app/ui/author/preview-banner.tsx'
import { TrialItem } from '#app/ui/author/trial-item.tsx'
import { itemName, moduleText } from '#app/ui/learn/step-title.ts'
import { Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'

/** `previous`: the answer so far as JSON, when a situation is to be rated again. */
const query = z.object({ previous: z.string().max(100_000).optional() })

/** A situation or conversation on its own page, as learners see it. */
export const loader = defineLoader(
  { allow: ['trainer'], params: itemParams, query },
  async ({ house: { catalogue }, params, query: { previous }, language, context, t }) => {
    const { course, module } = getModule(catalogue, params)
    const text = moduleText(course, module, language)
    const [item, whole] = [text.items[params.item], findItem(catalogue, course, module, params.item, language)]
    if (item === undefined || whole === undefined) throw new NotFound()
    if (!OWN_PAGE_KINDS.has(item.kind)) throw redirect(paths.preview(course.slug, module.slug, `item-${item.id}`))
    const name = itemName(t, module, text, item.id)
    return {
      title: titleOf(context, t, t('author.preview.title', { title: name })),
      name,
      course: { slug: course.slug, revision: course.revision },
      module: { slug: module.slug, number: module.number },
      item,
      shown: shownLanguage(course, language),
      trial: beginTrial(whole, previous),
      retry: previous !== undefined,
    }
  },
)

/** One rating or one decision. The conversation so far comes with the form and goes back with the page; nothing is written. */
export const action = defineAction({ allow: ['trainer'], params: itemParams }, async ({ house: { catalogue }, params, form, language, now, context }) => {
  const { course, module } = getModule(catalogue, params)
  const item = findItem(catalogue, course, module, params.item, language)
  if (item === undefined) throw new NotFound()
  const trial = tryAnswer(item, form, dateInBerlin(now))
  if (trial.problem !== null) noteProblem(context)
  return data({ trial }, { status: trial.problem === null ? 200 : 422 })
})

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function PreviewItem() {
  const t = useT()
  const language = useLanguage()
  const { name, course, module, item, shown, trial: begun, retry } = usePageData<typeof loader>()
  const tried = useActionResult<typeof action>()
  const trial = tried?.trial ?? begun
  const here = (previous?: string) =>
    paths.previewItem(course.slug, module.slug, item.id, previous === undefined ? `item-${item.id}` : undefined, previous === undefined ? {} : { previous })
  return (
    <>
      <PreviewBanner number={module.number} revision={course.revision} endHref={paths.authorCourse(course.slug)} />
      <Page title={<span lang={shown === language ? undefined : shown}>{name}</span>} width={item.kind === 'dialogue' ? 'wide' : 'narrow'} gap="l">
        <div lang={shown === language ? undefined : shown}>
          <TrialItem
            item={item}
            trial={trial}
            action={here()}
            retryHref={here(JSON.stringify(trial.answer))}
            retry={tried === undefined && retry}
            headingLevel={2}
            number={undefined}
          />
        </div>
        <Pager
          label={t('author.preview.modules')}
          previous={{
            href: paths.preview(course.slug, module.slug, `item-${item.id}`),
            label: t('learn.stepModule', { number: module.number }),
            kicker: t('learn.back'),
          }}
        />
      </Page>
    </>
  )
}
