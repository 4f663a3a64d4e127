/** What must agree within a course: ids, heads, dates, minutes. */
import type { CompiledModule, CourseEdition } from '../course/edition.ts'
import type { Finding } from '../course.ts'
import { finding, type Spot } from '../faults/fault.ts'
import { hashOf } from '../hash.ts'

/** Module ids and item ids are unique in a course. */
export const checkIdentities = (modules: readonly CompiledModule[]): readonly Finding[] => {
  const seen = new Map<string, Spot>()
  const check = (what: string, id: string, spot: Spot): readonly Finding[] => {
    const first = seen.get(`${what} ${id}`)
    if (first !== undefined) return [finding('duplicate-id', spot, { id, first: `${first.file}:${first.line}` })]
    seen.set(`${what} ${id}`, spot)
    return []
  }
  return modules.flatMap(({ editions: [edition] }) => {
    if (edition === undefined) return []
    const { head, items, file } = edition
    const own = head.head === undefined ? [] : check('module', head.head.id, { file, ...head.source.placeOf(['id']) })
    const unique = (items?.items ?? []).filter(({ item }, position, all) => all.findIndex((other) => other.item.id === item.id) === position)
    return [
      ...own,
      ...unique.flatMap(({ item, index }) => check('item', item.id, items?.source.spotOf(['items', index, 'id']) ?? { file, line: 1, column: 1 })),
    ]
  })
}

/** Minutes and dates add up, and all languages carry the same facts. */
export const checkCourseHeads = ([first, ...others]: readonly CourseEdition[], modules: readonly CompiledModule[]): readonly Finding[] => {
  if (first?.head.head === undefined) return []
  const { head } = first.head
  const sum = modules.reduce((total, module) => total + (module.editions[0]?.head.head?.minutes ?? 0), 0)
  const isCounted = modules.every((module) => module.editions[0]?.head.head !== undefined)
  const minutes =
    isCounted && Math.abs(sum - head.minutes) > Math.max(1, head.minutes * 0.05)
      ? [finding('course-minutes', { file: first.file, ...first.head.source.placeOf(['minutes']) }, { stated: head.minutes, counted: sum })]
      : []
  const dates = head.review_on < head.published_on ? [finding('date-order', { file: first.file, ...first.head.source.placeOf(['review_on']) })] : []
  const shared = ['id', 'minutes', 'competences', 'core_for', 'optional_for', 'pass_mark', 'valid_months', 'published_on', 'review_on'] as const
  const structure = others.flatMap((other) => {
    const theirs = other.head.head
    if (theirs === undefined) return []
    const keys = shared.filter((key) => hashOf(head[key]) !== hashOf(theirs[key]))
    return keys.map((key) =>
      finding(
        'language-structure',
        { file: other.file, ...other.head.source.placeOf([key]) },
        {
          what: { de: `„${key}“ des Kurses`, en: `"${key}" of the course` },
          here: String(theirs[key] ?? '–'),
          there: String(head[key] ?? '–'),
          first: first.language,
        },
      ),
    )
  })
  return [...minutes, ...dates, ...structure]
}
