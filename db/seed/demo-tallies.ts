/** What the product would have counted of the demo's answers, and a few hints about items. */
import { type Catalogue, findCourse, findItem, findModule } from '#app/domain/catalogue/catalogue.ts'
import type { Answer } from '#app/domain/assessment/answer.ts'
import { addPerson, cellsOf, EMPTY_TALLY, type Tally, type TallyPart } from '#app/domain/assessment/tally.ts'
import type { FlagReason } from '#app/domain/progress/flag.ts'
import { tallyRow } from '#app/domain/progress/item-tally.ts'
import type { DemoEvent } from './demo-history.ts'

/** The tallies after these events, which come in the order in which they happened. */
export const tallyRowsOf = (events: readonly DemoEvent[], catalogue: Catalogue) => {
  const answered = new Set<string>()
  const tallies = new Map<string, { readonly key: TallyKey; readonly tally: Tally }>()
  for (const { event, person, answer } of events) {
    if (event.type !== 'item_answered' || answer === null || !event.payload.done) continue
    const who = [person.authority_id, person.person_id, event.course_id, event.module_id, event.item_id].join(' ')
    const item = itemOf(catalogue, event)
    if (answered.has(who) || item === undefined) continue
    answered.add(who)
    const cells = cellsOf(item, JSON.parse(answer.json) as Answer)
    for (const part of ['whole', 'parts'] as const) {
      const met = cells[part]
      if (met === null) continue
      const { course_id, module_id, item_id, revision_id } = event
      const key = { course_id, module_id, item_id, edition: answer.version, part, revision_id }
      const id = [course_id, module_id, item_id, answer.version, part].join(' ')
      tallies.set(id, { key, tally: addPerson(tallies.get(id)?.tally ?? EMPTY_TALLY, part, met, event.occurred_at) })
    }
  }
  return [...tallies.values()].map(({ key, tally }) => ({ ...key, ...tallyRow(tally) }))
}

interface TallyKey {
  readonly course_id: string
  readonly module_id: string
  readonly item_id: string
  readonly edition: string
  readonly part: TallyPart
  readonly revision_id: string
}

/** Reasons and words of the demo's hints, for the first people who answered the first question of the first course. */
const HINTS: readonly (readonly [FlagReason, string])[] = [
  ['unclear', 'Zwei Antworten passen aus meiner Sicht gleich gut.'],
  ['unclear', ''],
  ['outdated', 'Bei uns läuft das seit dem Frühjahr über den Online-Antrag.'],
]

/** A few hints, so that trainers see where they appear. */
export const flagRowsOf = (events: readonly DemoEvent[]) => {
  const first = events.find(({ event, answer }) => event.type === 'item_answered' && answer !== null)
  const same = events.filter(({ event, answer }) => answer !== null && event.module_id === first?.event.module_id && event.item_id === first?.event.item_id)
  const people = same.filter((one, at) => same.findIndex(({ person }) => person.person_id === one.person.person_id) === at)
  return HINTS.flatMap(([reason, comment], at) => {
    const { event, person, answer } = people[at] ?? {}
    if (event?.type !== 'item_answered' || person === undefined || answer == null) return []
    const { authority_id, person_id } = person
    const { course_id, module_id, item_id, occurred_at } = event
    return [
      {
        authority_id,
        person_id,
        id: `demo-flag-${at + 1}`,
        course_id,
        module_id,
        item_id,
        item_version: answer.version,
        reason,
        comment,
        raised_at: occurred_at,
      },
    ]
  })
}

const itemOf = (catalogue: Catalogue, event: { readonly course_id: string; readonly module_id: string; readonly item_id: string }) => {
  const course = findCourse(catalogue, event.course_id)
  const module = course === undefined ? undefined : findModule(course, event.module_id)
  return course === undefined || module === undefined ? undefined : findItem(catalogue, course, module, event.item_id, course.languages[0] ?? 'de')
}
