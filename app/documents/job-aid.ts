/** The job aid of a module on paper: the same words in the same order as on its page. */
import { insideMonth, unbroken } from '#app/content/aid/norms.ts'
import { runsOf } from '#app/content/aid/runs.ts'
import type { Language } from '#app/content/course.ts'
import type { JobAidSheet } from '#app/domain/catalogue/job-aid.ts'
import { formatterFor, translatorFor } from '#app/i18n/translate.ts'
import type { Paper, Run } from './paper.ts'

/** At arm's length; a full sheet is reduced as a whole. */
const READABLE = { size: 'lead' } as const

/** Puts the sheet on paper. It is meant for one page. */
export const drawJobAid = (sheet: JobAidSheet, paper: Paper): void => {
  const { aid, language } = sheet
  const t = translatorFor(language)
  const text = (line: string, strong = false) => setRuns(line, language, strong)
  paper.paragraph(t('aid.kicker', { course: sheet.course_number, module: sheet.module_number }), { colour: 'soft' })
  paper.heading(1, text(aid.title))
  paper.paragraph(text(aid.when), { size: 'lead', colour: 'soft' })
  paper.heading(2, t('aid.steps'))
  paper.list(
    aid.steps.map((step) => [...text(step.do, true), ...(step.why === undefined ? [] : [' ', ...text(step.why)])]),
    { marker: 'number', ...READABLE },
  )
  const columns: ((column: Paper) => void)[] = []
  if (aid.say.length > 0)
    columns.push((column) => {
      column.heading(2, t('aid.say'))
      column.list(
        aid.say.map((sentence, index) => {
          const spoken = sheet.spoken[index]
          const german = spoken === undefined ? [] : setRuns(translatorFor('de')('aid.quoted', { text: spoken }), 'de', false)
          return [
            ...text(t('aid.quoted', { text: sentence })),
            ...german.map((run, at): Run => ({ ...run, text: at === 0 ? ` ${run.text}` : run.text, lang: 'de' })),
          ]
        }),
        READABLE,
      )
    })
  if (aid.avoid.length > 0)
    columns.push((column) => {
      column.heading(2, t('aid.avoid'))
      column.list(
        aid.avoid.map(({ not, rather }) => [
          `${t('aid.not')} `,
          ...text(not),
          ...(rather === undefined ? [] : [' – ', { text: `${t('aid.ratherInLine')} `, strong: true }, ...text(rather, true)]),
        ]),
        READABLE,
      )
    })
  const [only, second] = columns
  if (only !== undefined && second === undefined) only(paper)
  else if (columns.length > 0) paper.columns(columns)
  if (aid.ask.length > 0)
    paper.panel((inside) => {
      inside.heading(2, t('aid.ask'))
      inside.list(
        aid.ask.map((entry) => [
          ...text(entry.text),
          ...(entry.norm === undefined || entry.stand === undefined
            ? []
            : [` – ${t('aid.normAsOf', { norm: unbroken(entry.norm), month: t('shell.month', { month: insideMonth(entry.stand) }) })}`]),
        ]),
        READABLE,
      )
    })
  if (aid.note !== undefined) paper.paragraph(text(aid.note), READABLE)
  paper.paragraph(`${sourceOf(sheet)} ${t('aid.noAdvice')}`, { size: 'small', colour: 'soft' })
}

/** Which module the sheet is taken from, and its date. */
export const sourceOf = (sheet: JobAidSheet): string =>
  translatorFor(sheet.language)('aid.source', { module: sheet.module_number, title: sheet.module_title, date: dateOf(sheet) })

/** The line at the foot of the paper. */
export const footerOf = (sheet: JobAidSheet): string => translatorFor(sheet.language)('aid.footer', { module: sheet.module_number, date: dateOf(sheet) })

const dateOf = ({ language, published_on }: JobAidSheet) => formatterFor(language).dateTime(new Date(`${published_on}T12:00:00Z`), { dateStyle: 'medium' })

const setRuns = (line: string, language: Language, strong: boolean): readonly Run[] =>
  runsOf(line, language).map((run) => ({
    text: run.text,
    ...(strong || run.mark === 'strong' ? { strong: true } : {}),
    ...(run.lang === undefined ? {} : { lang: run.lang }),
  }))
