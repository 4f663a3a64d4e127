import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Course } from '#app/content/course.ts'
import { type CourseProgress, noProgress, standingOf } from '#app/domain/progress/standing.ts'
import { LanguageProvider } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { aCourse, aModule, aReference } from '#tests/support/course.ts'
import { MissingList } from './missing.tsx'

const questions = { q1: { kind: 'single', id: 'q1' }, q2: { kind: 'single', id: 'q2' }, talk: { kind: 'dialogue', id: 'talk', title: 'Am Schalter' } }
const text = { de: { title: 'Modul', summary: '', sources: [], contents: [], body: [], blocks: [], items: questions as never } }
const items = [aReference('q1'), aReference('talk', { kind: 'dialogue' }), aReference('q2')]
const course: Course = aCourse([1, 2, 3, 4, 5].map((number) => aModule(`m${number}`, items, { number: `1.${number}`, text })))
const own = { authority_id: 'a', person_id: 'p', course_id: course.id }
const opened = (module_id: string, completed_at: string | null = null) =>
  ({ ...own, module_id, opened_at: 'x', last_active_at: 'x', last_item_id: null, completed_at, through_seq: 1 }) as CourseProgress['modules'][number]
const done = (module_id: string, item_id: string) =>
  ({
    ...own,
    module_id,
    item_id,
    attempts: 1,
    best_score: 0,
    last_score: 0,
    done_at: 'x',
    last_response_id: 'r',
    answered_at: 'x',
    through_seq: 1,
  }) as CourseProgress['items'][number]
const begun = { ...own, revision_id: 'r', last_module_id: null, completed_at: null, completed_score: null } as unknown as CourseProgress['course']

const linesOf = (progress: Partial<CourseProgress>) => {
  const html = renderToStaticMarkup(
    <LanguageProvider value="de">
      <MissingList course={course} standing={standingOf(course, { ...noProgress, course: begun, ...progress })} />
    </LanguageProvider>,
  )
  return [...html.matchAll(/<a href="([^"]+)">(.*?)<\/a>/g)].map(([, href, label]) => `${label?.replace(/<[^>]+>/g, '')} → ${href}`)
}

test('every missing step of a module at work has its own way', () => {
  expect(linesOf({ modules: [opened('m1')], items: [done('m1', 'q1')] }).slice(0, 2)).toEqual([
    `Am Schalter → ${paths.item(course.slug, 'm1', 'talk')}`,
    `Frage 2 → ${paths.module(course.slug, 'm1', 'item-q2')}`,
  ])
})

test('a module that only has to be completed leads to its end', () => {
  expect(linesOf({ modules: [opened('m1')], items: items.map(({ id }) => done('m1', id)) })[0]).toBe(
    `Modul 1.1: abschließen → ${paths.module(course.slug, 'm1', 'module-end')}`,
  )
})

test('only modules that follow each other are drawn together', () => {
  expect(linesOf({ modules: [opened('m2', 'x')] })).toEqual([
    `Modul 1.1, 10\u00a0Minuten → ${paths.module(course.slug, 'm1')}`,
    `Module 1.3 bis 1.5, zusammen 30\u00a0Minuten → ${paths.module(course.slug, 'm3')}`,
  ])
})

test('below the pass mark the questions that can still gain are named with their module', () => {
  const modules = course.modules.map(({ id }) => opened(id, 'x'))
  const lines = linesOf({ modules, items: course.modules.flatMap(({ id }) => items.map((item) => done(id, item.id))) })
  expect(lines).toHaveLength(10)
  expect(lines[0]).toBe(`Modul 1.1, Frage 1 → ${paths.module(course.slug, 'm1', 'item-q1')}`)
})
