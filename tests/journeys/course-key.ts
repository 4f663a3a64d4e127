/** The right answers, from the same files authors write: what a well-prepared learner knows. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Item, itemSchema } from '#app/content/items/item.ts'
import { concealed } from '#app/content/items/to-learner.ts'
import { keptTogether } from '#app/ui/kept-together.ts'

/** A module folder of a shipped course with its items in the order of the file. */
export interface KeyedModule {
  readonly slug: string
  readonly items: ReadonlyMap<string, Item>
}

/** Modules and keys of a course, by the folder under `courses/`, with the ids that forms carry. */
export const keyOf = (course: string, language: 'de' | 'en' = 'de'): readonly KeyedModule[] => {
  const folder = join('courses', course)
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d{2}-/.test(entry.name))
    .map(({ name }) => {
      const { items } = parse(readFileSync(join(folder, name, `items.${language}.yaml`), 'utf8')) as { items: unknown[] }
      return { slug: name.slice(3), items: new Map(items.map((raw) => concealed(itemSchema.parse(raw))).map((item) => [item.id, item])) }
    })
}

/** Text as it stands on the page (with what keeps E-Mail on one line), without `*` and `**`, with single spaces. */
export const plain = (text: string): string =>
  keptTogether(text)
    .replace(/\*+(\S(?:[^*]*\S)?)\*+/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
