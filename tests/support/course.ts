/** Small courses without text, for tests about progress. */
import type { AnswerKey, Course, ItemReference, Module } from '#app/content/course.ts'
import { COUNTING_KINDS, type ItemKind, type ItemOf } from '#app/content/items/item.ts'
import type { Catalogue } from '#app/domain/catalogue/catalogue.ts'

/** A required item of one minute; it counts where its kind does. */
export const aReference = (id: string, facts: Partial<ItemReference> & { kind?: ItemKind } = {}): ItemReference => {
  const kind = facts.kind ?? 'single'
  return { id, kind, required: true, counts: COUNTING_KINDS.has(kind), minutes: 1, ...facts }
}

/** A module of ten minutes. */
export const aModule = (id: string, items: readonly ItemReference[], facts: Partial<Module> = {}): Module => ({
  id,
  slug: id,
  number: '1.1',
  minutes: 10,
  reading_minutes: 6,
  text: {},
  items,
  ...facts,
})

/** A course with pass mark 70; its id and revision are derived from the facts given. */
export const aCourse = (modules: readonly Module[], facts: Partial<Course> = {}): Course => ({
  id: 'course-1',
  revision: `${facts.id ?? 'course-1'}-revision-1`,
  slug: facts.id ?? 'course-1',
  number: 1,
  minutes: modules.reduce((sum, module) => sum + module.minutes, 0),
  competences: ['K1'],
  core_for: ['case_work'],
  optional_for: [],
  pass_mark: 70,
  published_on: '2026-05-01',
  review_on: '2027-05-01',
  languages: ['de'],
  text: {},
  modules,
  ...facts,
})

/** A question whose right answer is `right`. */
export const aSingle = (id: string): ItemOf<'single'> => ({
  kind: 'single',
  id,
  competences: ['K1'],
  level: 'easy',
  prompt: 'Was gilt?',
  options: [
    { id: 'right', text: 'Dies', correct: true, feedback: 'Ja.' },
    { id: 'wrong', text: 'Das', correct: false, feedback: 'Nein.' },
  ],
})

/** A catalogue of these courses in which every item is a question whose right answer is `right`. */
export const aCatalogue = (...courses: readonly Course[]): Catalogue => {
  const keyOf = (course: Course): AnswerKey => ({
    de: Object.fromEntries(course.modules.map((module) => [module.id, Object.fromEntries(module.items.map((item) => [item.id, aSingle(item.id)]))])),
  })
  return { courses, glossary: {}, bibliography: [], findings: [], keys: Object.fromEntries(courses.map((course) => [course.id, keyOf(course)])) }
}
