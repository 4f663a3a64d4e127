/** The trail as HR and administrators search it: one loader, what they find decides the domain. */
import { data } from '@remix-run/node'
import { type TrailReader, trailProblems, trailSearch } from '#app/domain/privacy/search-trail.ts'
import { searchTrail } from '#app/domain/privacy/search-trail.server.ts'
import { listUnits } from '#app/domain/reporting/course-list.server.ts'
import { defineLoader } from './guard.server.ts'
import { noteProblem, titleOf } from './refuse-form.server.ts'

/** The loader of a page on which these roles search what this reader may find. Days that no calendar has are told with status 422. */
export const trailLoader = <R extends 'hr' | 'admin'>(reader: TrailReader, allow: readonly R[]) =>
  defineLoader({ allow, query: trailSearch(reader) }, async ({ db, actor, house, query, context, t }) => {
    const problems = trailProblems(query)
    const refused = Object.keys(problems).length > 0
    if (refused) noteProblem(context)
    return data(
      {
        title: titleOf(context, t, t('trail.title')),
        search: query,
        problems,
        found: await searchTrail(db, actor, reader, query),
        courseNumbers: Object.fromEntries(house.catalogue.courses.map(({ id, number }) => [id, number])),
        unitNames: Object.fromEntries((await listUnits(db, actor)).map(({ id, name }) => [id, name])),
      },
      { status: refused ? 422 : 200 },
    )
  })
