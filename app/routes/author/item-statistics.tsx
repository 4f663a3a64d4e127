import type { MetaFunction } from '@remix-run/node'
import { shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { courseParams, getCourse } from '#app/domain/catalogue/place.ts'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import { listItemStatistics } from '#app/domain/reporting/item-statistics.server.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { StatisticsDefinitions } from '#app/ui/author/statistics-definitions.tsx'
import { statedId, StatisticsItem } from '#app/ui/author/statistics-item.tsx'
import { StatisticsTable } from '#app/ui/author/statistics-table.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { questionOf } from '#app/ui/items/question-of.ts'
import { courseText, itemName, moduleText } from '#app/ui/learn/step-title.ts'
import { Page } from '#app/ui/page.tsx'
import { dateAndTime } from '#app/ui/report/short-date.ts'

export const loader = defineLoader(
  { allow: rolesWhoSee('answer', 'sums'), params: courseParams },
  async ({ db, actor, house, params, language, now, context, t }) => {
    const { catalogue } = house
    const course = getCourse(catalogue, params)
    const statistics = await listItemStatistics(db, actor, { catalogue, course, language })
    const shown = shownLanguage(course, language)
    return {
      documentTitle: titleOf(context, t, t('statistics.title')),
      now,
      course: { slug: course.slug, number: course.number, title: courseText(course, language).title },
      lang: shown === language ? undefined : shown,
      modules: course.modules.map((module) => {
        const text = moduleText(course, module, language)
        return {
          slug: module.slug,
          number: module.number,
          title: text.title,
          items: (statistics.find(({ id }) => id === module.id)?.items ?? []).map((item) => ({
            ...item,
            name: itemName(t, module, text, item.id),
            question: questionOf(text.items[item.id]),
            previewHref: paths.preview(course.slug, module.slug, `item-${item.id}`),
          })),
        }
      }),
    }
  },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }]

/** How the items of a course are answered, without anybody who answered. */
export default function ItemStatistics() {
  const t = useT()
  const format = useFormat()
  const { now, course, lang, modules } = usePageData<typeof loader>()
  const kicker = t('author.course.kicker', { number: String(course.number) })
  const withItems = modules.filter(({ items }) => items.length > 0)
  return (
    <Page
      title={t('statistics.title')}
      kicker={
        <>
          {kicker} · <span lang={lang}>{course.title}</span>
        </>
      }
      meta={
        <>
          {t('statistics.lead')} <b>{t('statistics.stand', { time: dateAndTime(format, now) })}</b>
        </>
      }
      crumbs={[
        { label: t('author.courses.title'), href: paths.authorCourses() },
        { label: kicker, href: paths.authorCourse(course.slug) },
        { label: t('statistics.title') },
      ]}
    >
      {withItems.length === 0 ? <Empty title={t('statistics.emptyTitle')}>{t('statistics.empty')}</Empty> : null}
      {withItems.map(({ slug, number, title, items }) => (
        <section key={slug} className="l-stack wb-stats" aria-labelledby={`module-${slug}`}>
          <h2 id={`module-${slug}`}>{t('statistics.module', { number, title })}</h2>
          <StatisticsTable caption={t('statistics.caption', { number })} module={slug} items={items} lang={lang} />
          {items.map((item) => (
            <StatisticsItem key={item.id} item={item} id={statedId(slug, item.id)} lang={lang} />
          ))}
        </section>
      ))}
      <section className="l-stack" aria-labelledby="definitions">
        <h2 id="definitions">{t('statistics.definitions')}</h2>
        <StatisticsDefinitions />
      </section>
    </Page>
  )
}
