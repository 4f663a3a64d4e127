import type { MetaFunction } from '@remix-run/node'
import { usePageData } from '#app/http/page-data.tsx'
import { shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { courseParams } from '#app/domain/catalogue/place.ts'
import { findCourseCheck, moduleOf } from '#app/domain/reporting/course-checks.ts'
import { listItemFlags } from '#app/domain/reporting/item-flags.server.ts'
import { NotFound } from '#app/domain/refusals.ts'
import { defineLoader } from '#app/http/guard.server.ts'
import { titleOf } from '#app/http/refuse-form.server.ts'
import { useFormat, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { CheckBadge } from '#app/ui/author/check-badge.tsx'
import { Findings } from '#app/ui/author/findings.tsx'
import { shortRevision } from '#app/ui/author/preview-banner.tsx'
import { FlaggedItems } from '#app/ui/author/statistics-flagged.tsx'
import { statedId } from '#app/ui/author/statistics-item.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { itemName, moduleText } from '#app/ui/learn/step-title.ts'
import { Page } from '#app/ui/page.tsx'
import { shortDate } from '#app/ui/report/short-date.ts'
import { DataTable } from '#app/ui/table.tsx'

export const loader = defineLoader({ allow: ['trainer'], params: courseParams }, async ({ db, actor, house, params, language, context, t }) => {
  const check = findCourseCheck(house.catalogue, params.course)
  if (check === undefined) throw new NotFound()
  const { course, slug, ...result } = check
  const shown = course && shownLanguage(course, language)
  const name = (shown && course?.text[shown]?.title) ?? slug
  const flags = course === undefined ? [] : await listItemFlags(db, actor, course)
  return {
    title: titleOf(context, t, name),
    slug,
    name,
    lang: shown === undefined || shown === language ? undefined : shown,
    ...result,
    published: course && {
      number: course.number,
      revision: course.revision,
      published_on: course.published_on,
      review_on: course.review_on,
      languages: course.languages,
      minutes: course.minutes,
    },
    flagged: flags.flatMap(({ module_id, item_id, counts }) => {
      const module = course?.modules.find(({ id }) => id === module_id)
      if (course === undefined || module === undefined) return []
      const href = `${paths.itemStatistics(course.slug)}#${statedId(module.slug, item_id)}`
      return [{ module: module.number, name: itemName(t, module, moduleText(course, module, language), item_id), href, counts }]
    }),
    modules:
      course?.modules.map(({ slug: module, number, minutes, items, text }) => ({
        slug: module,
        number,
        minutes,
        items: items.length,
        title: (shown && text[shown]?.title) ?? module,
      })) ?? [],
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function AuthorCourse() {
  const t = useT()
  const format = useFormat()
  const { slug, name, lang, findings, errors, warnings, published, flagged, modules } = usePageData<typeof loader>()
  const kicker = published && t('author.course.kicker', { number: String(published.number) })
  const withFindings = modules.map((module) => {
    const found = findings.filter((finding) => moduleOf(finding) === module.slug)
    const broken = found.filter((finding) => finding.severity === 'error').length
    return { ...module, errors: broken, warnings: found.length - broken }
  })
  return (
    <Page
      title={<span lang={lang}>{name}</span>}
      kicker={kicker}
      crumbs={[{ label: t('author.courses.title'), href: paths.authorCourses() }, { label: kicker ?? name }]}
      actions={
        published === undefined ? undefined : (
          <ButtonLink variant="secondary" href={paths.itemStatistics(slug)}>
            {t('statistics.link')}
          </ButtonLink>
        )
      }
    >
      {published === undefined ? null : (
        <Facts
          facts={[
            { label: t('author.course.facts.revision'), value: <code>{shortRevision(published.revision)}</code> },
            { label: t('author.course.facts.published'), value: shortDate(format, published.published_on) },
            { label: t('author.course.facts.review'), value: shortDate(format, published.review_on) },
            { label: t('author.course.facts.languages'), value: published.languages.map((language) => t(`author.language.${language}`)).join(', ') },
            { label: t('author.course.facts.minutes'), value: t('author.course.minutes', { minutes: published.minutes }) },
          ]}
        />
      )}
      <section className="l-stack" aria-labelledby="findings">
        <h2 id="findings">{t('author.course.findings')}</h2>
        <p className="t-measure">
          {errors > 0 ? `${t(published ? 'author.course.blockedServed' : 'author.course.blocked', { errors })} ` : null}
          {warnings > 0 ? t('author.course.hints', { warnings }) : null}
          {findings.length === 0 ? t('author.course.cleanText') : null}
        </p>
        <Findings
          findings={findings}
          moduleOf={(finding) => {
            const module = modules.find((known) => known.slug === moduleOf(finding))
            return module && { number: module.number, title: module.title, href: paths.preview(slug, module.slug) }
          }}
        />
      </section>
      <FlaggedItems items={flagged} />
      {modules.length === 0 ? null : (
        <section className="l-stack" aria-labelledby="modules">
          <h2 id="modules">{t('author.course.modules')}</h2>
          <DataTable
            caption={t('author.course.modules')}
            rows={withFindings}
            rowKey={(module) => module.slug}
            columns={[
              {
                key: 'module',
                label: t('author.course.module'),
                rowHeader: true,
                cell: (module) => <span lang={lang}>{`${module.number} ${module.title}`}</span>,
              },
              {
                key: 'minutes',
                label: t('author.course.facts.minutes'),
                nowrap: true,
                cell: (module) => t('author.course.minutes', { minutes: module.minutes }),
              },
              { key: 'items', label: t('author.course.items'), numeric: true, cell: (module) => module.items },
              {
                key: 'check',
                label: t('author.courses.check'),
                cell: (module) => (
                  <span>
                    <CheckBadge errors={module.errors} warnings={module.warnings} />
                  </span>
                ),
              },
              {
                key: 'preview',
                label: t('author.courses.action'),
                cell: (module) => (
                  <a href={paths.preview(slug, module.slug)}>
                    {t('author.course.preview')}
                    <span className="kern-sr-only"> {t('author.course.previewAbout', { number: module.number })}</span>
                  </a>
                ),
              },
            ]}
          />
        </section>
      )}
    </Page>
  )
}
