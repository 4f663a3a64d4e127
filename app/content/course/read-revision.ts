import type { Course, Language, Module, ModuleText } from '../course.ts'
import { readingMinutes } from '../items/minutes.ts'
import { nameBlocks } from '../prose/name-blocks.ts'

/**
 * A stored revision as today's type. Revisions never change, so one that was published before texts had named blocks
 * and reading minutes gets them here; all others pass untouched.
 */
export const readRevision = (content: string): Course => {
  const course: Course = JSON.parse(content)
  return { ...course, modules: course.modules.map(completeModule) }
}

type Early = Omit<Module, 'reading_minutes' | 'text'> & {
  readonly reading_minutes?: number
  readonly text: Partial<Record<Language, Omit<ModuleText, 'blocks'>>>
}

const completeModule = (module: Module): Module => {
  const { reading_minutes, text, ...rest }: Early = module
  if (reading_minutes !== undefined) return module
  const practice = module.items.reduce((sum, { minutes }) => sum + minutes, 0)
  const editions = Object.entries(text)
  const named = nameBlocks(editions.map(([, { body }]) => body))
  return {
    ...rest,
    reading_minutes: readingMinutes(module.minutes, { reading: Math.max(module.minutes - practice, 0), practice }),
    text: Object.fromEntries(editions.map(([language, edition], index) => [language, { ...edition, blocks: [], ...named[index] } satisfies ModuleText])),
  }
}
