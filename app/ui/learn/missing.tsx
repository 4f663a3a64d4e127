import type { Course, Language, Module } from '#app/content/course.ts'
import type { Missing, Standing } from '#app/domain/progress/standing.ts'
import { type Translate, useFormat, useLanguage, useT } from '#app/i18n/translate.ts'
import { itemName, moduleText } from './step-title.ts'

/** "Das fehlt noch": the question asked most often gets a list of its own. Modules not begun are drawn together. */
export const MissingList = ({ course, standing }: { readonly course: Course; readonly standing: Standing }) => {
  const t = useT()
  const language = useLanguage()
  const format = useFormat()
  if (standing.missing.length === 0) return <p>{t('learn.nothingMissing')}</p>
  return (
    <ul>
      {linesOf(t, course, standing, language, (items) => format.list(items)).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

const linesOf = (t: Translate, course: Course, standing: Standing, language: Language, join: (items: string[]) => string): string[] => {
  const gain = standing.missing.find((one) => one.kind === 'pass_mark')
  const begun = course.modules.filter((module) => standing.modules.some((state) => state.id === module.id && state.opened && !state.done))
  const untouched = course.modules.filter((module) => standing.modules.some((state) => state.id === module.id && !state.opened && !state.done))
  const lines = begun.map((module) => ofModule(t, module, standing.missing, moduleText(course, module, language), join))
  if (untouched.length > 0) lines.push(together(t, untouched))
  if (gain !== undefined) lines.push(t('learn.missingPass', { score: gain.reached, mark: gain.needed }))
  return lines
}

const ofModule = (
  t: Translate,
  module: Module,
  missing: readonly Missing[],
  text: ReturnType<typeof moduleText>,
  join: (items: string[]) => string,
): string => {
  const items = missing.flatMap((one) => (one.kind === 'item' && one.module_id === module.id ? [one.item_id] : []))
  if (items.length === 0) return t('learn.missingFinish', { number: module.number })
  const named = items.filter((id) => 'title' in (text.items[id] ?? {})).map((id) => itemName(t, module, text, id))
  const questions = items.length - named.length
  return t('learn.missingItems', { number: module.number, items: join(questions > 0 ? [...named, t('learn.missingQuestions', { count: questions })] : named) })
}

const together = (t: Translate, modules: readonly Module[]): string => {
  const [first, last] = [modules[0], modules.at(-1)]
  const minutes = modules.reduce((sum, module) => sum + module.minutes, 0)
  return modules.length === 1
    ? t('learn.missingModule', { number: first?.number ?? '', minutes })
    : t('learn.missingModules', { from: first?.number ?? '', to: last?.number ?? '', minutes })
}
