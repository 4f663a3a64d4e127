import type { MetaFunction } from '@remix-run/node'
import { findJobAid } from '#app/domain/catalogue/job-aid.ts'
import { getModule, moduleParams } from '#app/domain/catalogue/place.ts'
import { sourceOf } from '#app/documents/job-aid.ts'
import { defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { NotFound } from '#app/http/refusals.server.ts'
import { translatorFor, useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { AidText } from '#app/ui/aid/aid-text.tsx'
import { JobAidBody } from '#app/ui/aid/job-aid-body.tsx'
import { printedLines, ROOMY_LINES } from '#app/ui/aid/printed-lines.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { classes } from '#app/ui/class-names.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { pageTitle } from '#app/ui/page-title.ts'

export const loader = defineLoader({ allow: ['learner'], params: moduleParams }, async ({ house, params, language, context, request, t }) => {
  const { course, module } = getModule(house.catalogue, params)
  const sheet = findJobAid(course, module, language)
  if (sheet === undefined) throw new NotFound()
  const viewer = await viewerOf(context, request)
  return {
    sheet,
    course: course.slug,
    module: module.slug,
    authority: viewer?.authority.name ?? '',
    title: pageTitle(`${t('aid.name')} ${module.number}`),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

/** What to keep beside the screen, from one module. Printed, it is one page. */
export default function JobAidPage() {
  const { sheet, course, module, authority } = usePageData<typeof loader>()
  const [t, language] = [useT(), useLanguage()]
  const { aid } = sheet
  const spoken = translatorFor(sheet.language)
  const foreign = sheet.language === language ? undefined : sheet.language
  return (
    <div className="l-wrap l-cert">
      <Crumbs
        crumbs={[
          { label: t('learn.catalogueTitle'), href: paths.courses() },
          { label: t('learn.courseKicker', { number: sheet.course_number }), href: paths.course(course) },
          { label: t('learn.stepModule', { number: sheet.module_number }), href: paths.module(course, module) },
          { label: t('aid.name') },
        ]}
      />
      <article className={classes('wb-aid', printedLines(aid, sheet.spoken) > ROOMY_LINES && 'wb-aid--full')} lang={foreign}>
        <header className="l-stack l-stack--s">
          <p className="t-kicker">{spoken('aid.kicker', { course: sheet.course_number, module: sheet.module_number })}</p>
          <h1 className="t-h2">
            <AidText text={aid.title} language={sheet.language} />
          </h1>
          <p className="t-lead">
            <AidText text={aid.when} language={sheet.language} />
          </p>
        </header>
        <JobAidBody aid={aid} language={sheet.language} spoken={sheet.spoken} />
        <footer className="t-small wb-aid__foot">
          <p>
            {sourceOf(sheet)} {spoken('aid.noAdvice')}
          </p>
          <p>{authority}</p>
        </footer>
      </article>
      <div className="l-cluster no-print">
        <ButtonLink href={paths.jobAidPdf(course, module)} about={t('aid.pdfAbout', { module: sheet.module_number })}>
          {t('aid.pdf')}
        </ButtonLink>
        <a href={paths.module(course, module)}>{t('aid.back', { module: sheet.module_number })}</a>
      </div>
    </div>
  )
}
