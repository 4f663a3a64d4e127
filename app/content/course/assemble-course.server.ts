/** Puts a revision together: the learner's course and the key beside it. */
import type { AnswerKey, Course, CourseText, Language, Module, ModuleText } from '../course.ts'
import { toShown } from '../aid/job-aid.ts'
import { hashOf } from '../hash.ts'
import type { Item } from '../items/item.ts'
import { countMinutes, counts, isRequired, itemMinutes, readingMinutes } from '../items/minutes.ts'
import { concealed, toLearner } from '../items/to-learner.ts'
import { nameBlocks } from '../prose/name-blocks.ts'
import type { CompiledModule, CourseEdition, ModuleEdition } from './edition.ts'
import { figureHashes } from './figure-hashes.server.ts'
import type { NumberedFolder } from './read-folder.server.ts'

/** The course and its key in the languages that are complete. Called without errors only, so heads are there. */
export const assembleCourse = (
  path: string,
  folder: NumberedFolder,
  editions: readonly CourseEdition[],
  modules: readonly CompiledModule[],
  languages: readonly Language[],
): { readonly course: Course; readonly key: AnswerKey } | undefined => {
  const shown = editions.filter((edition) => languages.includes(edition.language))
  const head = shown[0]?.head.head
  if (head === undefined) return undefined
  const text = Object.fromEntries(
    shown.flatMap((edition) =>
      edition.head.head === undefined
        ? []
        : [
            [
              edition.language,
              {
                title: edition.head.head.title,
                summary: edition.head.head.summary,
                objectives: edition.head.head.objectives,
                body: edition.prose.tree,
              } satisfies CourseText,
            ],
          ],
    ),
  )
  const key: Partial<Record<Language, Record<string, Record<string, Item>>>> = {}
  const built = modules.map((module, index) => buildModule(module, `${folder.number}.${index + 1}`, languages, key))
  const content: Omit<Course, 'revision'> = {
    id: head.id,
    slug: folder.slug,
    number: folder.number,
    minutes: head.minutes,
    competences: head.competences,
    core_for: head.core_for,
    optional_for: head.optional_for,
    pass_mark: head.pass_mark,
    ...(head.valid_months === undefined ? {} : { valid_months: head.valid_months }),
    published_on: head.published_on,
    review_on: head.review_on,
    languages,
    text,
    modules: built,
  }
  return { course: { ...content, revision: hashOf({ content, key, figures: figureHashes(path) }) }, key }
}

const buildModule = (
  module: CompiledModule,
  number: string,
  languages: readonly Language[],
  key: Partial<Record<Language, Record<string, Record<string, Item>>>>,
): Module => {
  const editions = module.editions.filter((edition) => languages.includes(edition.language))
  const [first] = editions
  const { id, minutes } = first?.head.head ?? { id: module.folder.slug, minutes: 1 }
  const named = nameBlocks(editions.map((edition) => edition.prose.tree))
  const text: Module['text'] = Object.fromEntries(
    editions.flatMap((edition, index) => {
      const head = edition.head.head
      if (head === undefined) return []
      const items = itemsOf(edition)
      const keys = key[edition.language] ?? {}
      keys[id] = items
      key[edition.language] = keys
      const learner = Object.fromEntries(Object.entries(items).map(([itemId, item]) => [itemId, toLearner(item)]))
      return [
        [
          edition.language,
          {
            title: head.title,
            summary: head.summary,
            sources: head.sources,
            contents: edition.prose.contents,
            body: named[index]?.body ?? [],
            blocks: named[index]?.blocks ?? [],
            items: learner,
            ...(edition.aid?.aid === undefined ? {} : { aid: toShown(edition.aid.aid) }),
          } satisfies ModuleText,
        ],
      ]
    }),
  )
  const items = first === undefined ? {} : itemsOf(first)
  const references = (first?.prose.marks.items ?? []).flatMap((place) => {
    const item = Object.hasOwn(items, place.id) ? items[place.id] : undefined
    return item === undefined ? [] : [{ id: item.id, kind: item.kind, required: isRequired(item), counts: counts(item), minutes: itemMinutes(item) }]
  })
  const reading_minutes = readingMinutes(minutes, countMinutes(first?.prose.marks.words ?? 0, Object.values(items)))
  return { id, slug: module.folder.slug, number, minutes, reading_minutes, text, items: references }
}

const itemsOf = (edition: ModuleEdition): Record<string, Item> => Object.fromEntries((edition.items?.items ?? []).map(({ item }) => [item.id, concealed(item)]))
