import { z } from 'zod'
import { type Catalogue, shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { type FigureRow, figureRows, totalRow } from '#app/domain/figures/figure-rows.ts'
import type { UnitFigures } from '#app/domain/figures/queries.server.ts'
import { NotFound } from './refusals.server.ts'
import type { Language } from '#app/i18n/translate.ts'
import type { FigureCourse } from '#app/ui/figures/figures-report.ts'

/** `at`: the cut-off day that is shown; none for the newest on the page, for all of them in a file. */
export const figuresQuery = z.object({ at: z.string().max(10).optional().default('') })

/** The courses of the catalogue as the headings of the table. */
export const figureCourses = ({ courses }: Catalogue, language: Language): readonly FigureCourse[] =>
  courses.map((course) => ({ number: course.number, title: course.text[shownLanguage(course, language)]?.title ?? course.slug }))

/** What the page shows: one cut-off day, the one before it, and the sums of all, newest first. Undefined before the first month is over. */
export const figuresAt = (all: readonly UnitFigures[], catalogue: Catalogue, at: string) => {
  const place = at === '' ? all.length - 1 : all.findIndex(({ cut_off_on }) => cut_off_on === at)
  const shown = all[place]
  if (shown === undefined && at !== '') throw new NotFound()
  if (shown === undefined) return undefined
  const ids = catalogue.courses.map(({ id }) => id)
  const before = all[place - 1]
  return {
    cut_off_on: shown.cut_off_on,
    cut_offs: all.map(({ cut_off_on }) => cut_off_on).reverse(),
    rows: figureRows(shown, ids),
    total: totalRow(shown, ids),
    before: before === undefined ? undefined : totalRow(before, ids),
    overTime: all.map((one) => totalRow(one, ids)).reverse(),
  }
}

/** The lines of a file: one cut-off day, or all of them. */
export const fileRows = (all: readonly UnitFigures[], catalogue: Catalogue, at: string): readonly FigureRow[] => {
  if (at !== '' && all.every(({ cut_off_on }) => cut_off_on !== at)) throw new NotFound()
  const ids = catalogue.courses.map(({ id }) => id)
  return all.filter(({ cut_off_on }) => at === '' || cut_off_on === at).flatMap((one) => figureRows(one, ids))
}
