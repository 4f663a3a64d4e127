import type { Translate } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import type { Crumb } from '../crumbs.tsx'

/** The way to a page below a module: courses, course, module. The page itself is added by whoever shows it. */
export const crumbsTo = (
  t: Translate,
  course: { readonly slug: string; readonly number: number },
  module: { readonly slug: string; readonly number: string },
): readonly Crumb[] => [
  { label: t('learn.catalogueTitle'), href: paths.courses() },
  { label: t('learn.courseKicker', { number: course.number }), href: paths.course(course.slug) },
  { label: t('learn.stepModule', { number: module.number }), href: paths.module(course.slug, module.slug) },
]
