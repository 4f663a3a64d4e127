/** What a step of a module is called, everywhere the same: in lists, on the way, on buttons. */
import type { Course, Language, Module, ModuleText } from '#app/content/course.ts'
import { shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import type { Translate } from '#app/i18n/translate.ts'

/** The module's text in the wished language or the one the course has. */
export const moduleText = (course: Course, module: Module, wished: Language): ModuleText => {
  const text = module.text[shownLanguage(course, wished)]
  if (text === undefined) throw new Error(`module ${module.id} has no text`)
  return text
}

/** Title and summary of the course in the wished language or the one it has. */
export const courseText = (course: Course, wished: Language) => {
  const text = course.text[shownLanguage(course, wished)]
  if (text === undefined) throw new Error(`course ${course.id} has no text`)
  return text
}

/** Questions are numbered within their module: "Frage 2". */
export const questionNumber = (module: Module, itemId: string): number => module.items.filter((item) => item.counts).findIndex((item) => item.id === itemId) + 1

/** The short name of an item: its title, or "Frage 2". */
export const itemName = (t: Translate, module: Module, text: ModuleText, itemId: string): string => {
  const item = text.items[itemId]
  if (item !== undefined && 'title' in item) return item.title
  if (item?.kind === 'reflection') return t('learn.kinds.reflection')
  return t('learn.kinds.question', { number: questionNumber(module, itemId) })
}

/** The step as something to do: "Situation „…“ einschätzen". */
export const itemTask = (t: Translate, module: Module, text: ModuleText, itemId: string): string => {
  const title = itemName(t, module, text, itemId)
  const kind = text.items[itemId]?.kind
  switch (kind) {
    case 'critical-incident':
      return t('learn.doCriticalIncident', { title })
    case 'dialogue':
      return t('learn.doDialogue', { title })
    case 'sjt':
    case 'rewrite':
    case 'transfer':
      return t('learn.doOther', { kind: t(`learn.kinds.${kind}`), title })
    case 'reflection':
      return title
    default:
      return t('learn.doQuestion', { number: questionNumber(module, itemId), module: module.number })
  }
}

/** The past of a step, for the way: "beantwortet", "eingeschätzt". */
export const itemDone = (t: Translate, text: ModuleText, itemId: string): string => {
  const kind = text.items[itemId]?.kind
  if (kind === 'critical-incident' || kind === 'sjt') return t('learn.rated')
  return kind === 'dialogue' ? t('learn.spoken') : t('learn.answered')
}

/** "6 Stunden und 40 Minuten", from minutes. */
export const duration = (t: Translate, minutes: number): string => {
  const whole = Math.max(0, Math.round(minutes))
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  return t('learn.hoursMinutes', { hours, minutes: hours > 0 || rest > 0 ? rest : 1, both: hours > 0 && rest > 0 ? 'yes' : 'no' })
}
