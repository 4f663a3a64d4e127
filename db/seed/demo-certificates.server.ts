import type { Catalogue } from '#app/domain/catalogue/catalogue.ts'
import { contentOf } from '#app/domain/certificate/certificate.ts'
import { codeHash } from '#app/domain/certificate/insert-paper.server.ts'
import { chunks } from '#app/domain/progress/insert-states.server.ts'
import { addMonths, dateInBerlin } from '#app/platform/calendar.ts'
import { CODE_LETTERS } from '#app/platform/ids.server.ts'
import { acrossAuthorities } from '../scope-plugin.ts'
import type { Tx } from '../types.ts'
import { dice } from './dice.ts'
import type { DemoEvent } from './demo-history.ts'

/** A certificate for every completion of the demo, dated on its day. Codes are drawn with the demo's dice: its people are invented. */
export const insertCertificates = async (tx: Tx, events: readonly DemoEvent[], catalogue: Catalogue): Promise<void> => {
  const people = await acrossAuthorities(tx, 'seed')
    .selectFrom('person')
    .innerJoin('authority', 'authority.id', 'person.authority_id')
    .select(['person.authority_id', 'person.id', 'person.given_name', 'person.family_name', 'authority.name as authority_name'])
    .execute()
  const holders = new Map(people.map((person) => [`${person.authority_id} ${person.id}`, person]))
  const courses = new Map(catalogue.courses.map((course) => [course.id, { course, content: JSON.stringify(contentOf(course)) }]))
  const rows = events.flatMap(({ event, person }) => {
    const holder = holders.get(`${person.authority_id} ${person.person_id}`)
    const completed = courses.get(event.course_id)
    if (event.type !== 'course_completed' || holder === undefined || completed === undefined) return []
    const { course, content } = completed
    const completed_on = dateInBerlin(event.occurred_at)
    const code = codeFor(`${person.person_id} ${course.id}`)
    return [
      {
        authority_id: person.authority_id,
        id: `${person.person_id}-${course.id}`,
        person_id: person.person_id,
        course_id: course.id,
        revision_id: course.revision,
        cycle: 1,
        code,
        code_hash: codeHash(code),
        holder_name: `${holder.given_name} ${holder.family_name}`.trim(),
        authority_name: holder.authority_name,
        content,
        completed_on,
        issued_at: event.occurred_at,
        valid_until: course.valid_months === undefined ? null : addMonths(completed_on, course.valid_months),
        replaces_id: null,
        revoked_at: null,
        revoked_reason: null,
      },
    ]
  })
  for (const some of chunks(rows)) await tx.insertInto('certificate').values(some).execute()
}

const codeFor = (seed: string): string => {
  const { next } = dice(`certificate ${seed}`)
  const letters = Array.from({ length: 12 }, () => CODE_LETTERS[Math.floor(next() * CODE_LETTERS.length)] ?? '0')
  return [0, 4, 8].map((from) => letters.slice(from, from + 4).join('')).join('-')
}
