import { expect, test } from 'vitest'
import { aCourse, aModule, aReference } from '#tests/support/course.ts'
import type { LearningEvent } from './events.ts'
import { foldAll } from './fold.ts'
import { type CourseProgress, noProgress, standingOf } from './standing.ts'

const first = aModule('m1', [aReference('a', { minutes: 2 }), aReference('extra', { required: false }), aReference('b', { minutes: 3 })])
const second = aModule('m2', [aReference('c'), aReference('quiet', { kind: 'reflection' })])
const course = aCourse([first, second])

type Step = readonly ['open' | 'done' | 'begun' | 'complete', string, string?] | readonly ['finish']

/** The progress after some steps, one a minute. */
const after = (...steps: readonly Step[]): CourseProgress => {
  const events = steps.map(([what, module, item], index): LearningEvent => {
    const at = {
      seq: index + 1,
      authority_id: 'a',
      id: `event-${index}`,
      person_id: 'p',
      course_id: course.id,
      revision_id: course.revision,
      occurred_at: `2026-11-20T09:0${index}:00.000Z`,
    }
    if (what === 'finish' || module === undefined) return { ...at, module_id: null, item_id: null, type: 'course_completed', payload: { score: 800 } }
    if (item !== undefined)
      return { ...at, module_id: module, item_id: item, type: 'item_answered', payload: { done: what === 'done', score: what === 'done' ? 1000 : null } }
    return { ...at, module_id: module, item_id: null, type: what === 'complete' ? 'module_completed' : 'module_opened', payload: {} }
  })
  const states = foldAll(events)
  return { course: states.courses[0], modules: states.modules, items: states.items }
}

test('who has not begun has all minutes ahead and starts at the top of the first module', () => {
  expect(standingOf(course, noProgress)).toMatchObject({ status: 'open', minutes_total: 20, minutes_left: 20, share: 0, next: { module_id: 'm1' } })
  expect(standingOf(course, noProgress)).not.toHaveProperty('score_percent')
})

test('a module that was only opened is taken up from its top, one with answers at its first open required item', () => {
  expect(standingOf(course, after(['open', 'm1'])).next).toEqual({ module_id: 'm1' })
  expect(standingOf(course, after(['open', 'm1'], ['done', 'm1', 'b'])).next).toEqual({ module_id: 'm1', item_id: 'a' })
})

test('an item under way is not done', () => {
  expect(standingOf(course, after(['begun', 'm1', 'a'])).next).toEqual({ module_id: 'm1', item_id: 'a' })
})

test('reading counts through the completion: with all items done its minutes are still ahead', () => {
  const standing = standingOf(course, after(['done', 'm1', 'a'], ['done', 'm1', 'b']))
  expect(standing.modules[0]).toMatchObject({ done: false, minutes_left: 5, missing: [] })
  expect(standing.missing[0]).toEqual({ kind: 'completion', module_id: 'm1' })
  expect(standing).toMatchObject({ minutes_done: 5, minutes_left: 15, share: 0.25, next: { module_id: 'm1' } })
})

test('optional items and reflections are never missing', () => {
  const missing = standingOf(course, noProgress).missing
  expect(missing).toEqual([
    { kind: 'item', module_id: 'm1', item_id: 'a' },
    { kind: 'item', module_id: 'm1', item_id: 'b' },
    { kind: 'completion', module_id: 'm1' },
    { kind: 'item', module_id: 'm2', item_id: 'c' },
    { kind: 'completion', module_id: 'm2' },
  ])
})

test('after a completed module the next one follows; who began with the last goes back to the first open', () => {
  expect(standingOf(course, after(['complete', 'm1'])).next).toEqual({ module_id: 'm2' })
  expect(standingOf(course, after(['complete', 'm2'])).next).toEqual({ module_id: 'm1' })
})

test('where somebody looks up a completed module again, the work goes on in the open one', () => {
  expect(standingOf(course, after(['complete', 'm1'], ['done', 'm2', 'c'], ['open', 'm1'])).next).toEqual({ module_id: 'm2' })
})

test('a completed course has nothing missing, even where a new revision adds a module', () => {
  const grown = aCourse([first, second, aModule('m3', [aReference('new')])])
  const standing = standingOf(grown, after(['complete', 'm1'], ['complete', 'm2'], ['finish']))
  expect(standing).toMatchObject({ status: 'completed', minutes_left: 0, share: 1, missing: [], next: null })
})

test('a new revision: vanished items do not count, new ones are missing, a completed module stays completed', () => {
  const changed = aCourse([
    { ...first, items: [aReference('new')] },
    { ...second, items: [aReference('c'), aReference('d')] },
  ])
  const standing = standingOf(changed, after(['done', 'm1', 'a'], ['complete', 'm1'], ['done', 'm2', 'c']))
  expect(standing.modules[0]).toMatchObject({ done: true, missing: [] })
  expect(standing.missing).toEqual([
    { kind: 'item', module_id: 'm2', item_id: 'd' },
    { kind: 'completion', module_id: 'm2' },
  ])
  expect(standing.score_percent).toBe(33)
})

test('where a new revision dropped all that was missing, completing once more closes the course', () => {
  const smaller = aCourse([{ ...first, items: [] }])
  expect(standingOf(smaller, after(['complete', 'm1']))).toMatchObject({
    status: 'started',
    next: { module_id: 'm1' },
    missing: [{ kind: 'completion', module_id: 'm1' }],
  })
})

test('a mark just missed does not look reached', () => {
  const items = Array.from({ length: 10 }, (_, index) => aReference(`i${index}`))
  const strict = aCourse([aModule('m1', items)], { pass_mark: 70 })
  const states = after(...items.slice(0, 7).map((item): Step => ['done', 'm1', item.id]), ['complete', 'm1'])
  const almost = { ...states, items: states.items.map((state, index) => (index === 0 ? { ...state, best_score: 999 } : state)) }
  expect(standingOf(strict, states).missing).toEqual([{ kind: 'completion', module_id: 'm1' }])
  expect(standingOf(strict, almost)).toMatchObject({ score_percent: 69, missing: [{ kind: 'pass_mark', reached: 69, needed: 70 }] })
})
